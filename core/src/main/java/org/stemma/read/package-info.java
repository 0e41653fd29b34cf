/**
 * Room 1 of 7. In: files, folders, archives, streams, feeds, and with leave addresses. Out: {@link
 * org.stemma.model.Page}s, or the reason why not.
 */
package org.stemma.read;
