package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import org.stemma.model.Outcome;
import org.stemma.model.Page;

/**
 * Bytes with a name.
 *
 * @param place where they are, for messages
 * @param name the file's name without its folders; stands as address where a page has none
 * @param bytes closed by the source that is made of it
 * @param transport what is known from what carried them
 */
record Piece(String place, String name, InputStream bytes, Transport transport) {
  Piece {
    requireNonNull(place, "place");
    requireNonNull(name, "name");
    requireNonNull(bytes, "bytes");
    requireNonNull(transport, "transport");
  }

  /** Of a file. */
  Piece(String place, String name, InputStream bytes) {
    this(place, name, bytes, Transport.NONE);
  }

  /** The same, with its bytes read in another way. */
  Piece with(InputStream others) {
    return new Piece(place, name, others, transport);
  }

  /** The same, of which the end did not come. */
  Piece cut() {
    return new Piece(place, name, bytes, transport.cut());
  }

  /** What pages call the address of what is read here. */
  String address() {
    return transport.address().orElse(name);
  }

  /** A page that is all there is here. */
  Reading page(Page.Content content) {
    return new Reading.Found(
        new Page(
            place, address(), transport.imprint(), transport.dates(), transport.extent(), content));
  }

  /** Nothing can be read here, and why. */
  Reading.Unreadable unreadable(Outcome.Kind kind, String reason) {
    return new Reading.Unreadable(place, transport.address(), kind, reason);
  }
}
