/**
 * The records that walk from room to room. Every record is immutable, checked at birth, and carries
 * positions in UTF-16 code units of the text they belong to. Nothing here is ever {@code null}:
 * what may be absent is an {@link java.util.Optional} or an empty list.
 */
package org.stemma.model;
