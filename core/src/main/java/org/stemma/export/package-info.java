/** Room 7 of 7. The record as files that other programs read. */
package org.stemma.export;
