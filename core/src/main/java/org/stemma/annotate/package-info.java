/** Room 3 of 7. In: {@link org.stemma.model.Article}. Out: {@link org.stemma.model.Annotated}. */
package org.stemma.annotate;
