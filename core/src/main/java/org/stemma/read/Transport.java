package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;

/**
 * What is known of bytes from what carried them: the answer of a server, a record of a web archive,
 * a message.
 *
 * @param address where they came from; empty for a file
 * @param type as declared; believed less than the bytes themselves
 * @param imprint told beside them: the subject of a message
 * @param dates told beside them
 * @param extent {@link Extent#CUT} where less came than should have
 */
record Transport(
    Optional<String> address,
    Optional<MediaType> type,
    Imprint imprint,
    List<FoundDate> dates,
    Extent extent) {
  /** Of a file: nothing is known. */
  static final Transport NONE =
      new Transport(Optional.empty(), Optional.empty(), Imprint.NONE, List.of(), Extent.WHOLE);

  Transport {
    requireNonNull(address, "address");
    requireNonNull(type, "type");
    requireNonNull(imprint, "imprint");
    requireNonNull(extent, "extent");
    dates = List.copyOf(dates);
  }

  /** Of bytes that came from an address, whole. */
  Transport(String address, Optional<MediaType> type, List<FoundDate> dates) {
    this(Optional.of(address), type, Imprint.NONE, dates, Extent.WHOLE);
  }

  /** The same, of which the end did not come. */
  Transport cut() {
    return new Transport(address, type, imprint, dates, Extent.CUT);
  }

  /** The label of the encoding that was declared. */
  Optional<String> charset() {
    return type.flatMap(MediaType::charset);
  }
}
