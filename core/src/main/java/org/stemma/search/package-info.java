/**
 * Finds what was said by words, speakers, acts, dates and outlets. The door is {@link
 * org.stemma.search.Searcher}.
 */
package org.stemma.search;
