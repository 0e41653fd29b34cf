/** Room 2 of 7. In: {@link org.stemma.model.Page}. Out: {@link org.stemma.model.Article}. */
package org.stemma.clean;
