/** Room 7 of 7. Accounts on record that cannot all stand. */
package org.stemma.dispute;
