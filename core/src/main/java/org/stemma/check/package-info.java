/** Room 7 of 7. A draft's quotations against the record. */
package org.stemma.check;
