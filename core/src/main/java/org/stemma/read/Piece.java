package org.stemma.read;

import java.io.InputStream;

/**
 * Bytes with a name.
 *
 * @param place where they are, for messages
 * @param name the file's name without its folders; stands as address where a page has none
 * @param bytes closed by the source that is made of it
 */
record Piece(String place, String name, InputStream bytes) {}
