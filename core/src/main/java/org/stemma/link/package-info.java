/**
 * Room 4 of 7. In: {@link org.stemma.model.Annotated} articles. Out: what they share, and the
 * statements they are witnesses of.
 */
package org.stemma.link;
