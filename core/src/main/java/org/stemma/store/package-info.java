/** Room 6 of 7. Keeps everything, and finds it again. */
package org.stemma.store;
