/** Room 5 of 7. In: articles and what they share. Out: {@link org.stemma.model.Stemma}. */
package org.stemma.trace;
