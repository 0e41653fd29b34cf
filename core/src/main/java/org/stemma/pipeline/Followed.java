package org.stemma.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A feed or a folder that a watch reads, and what came of it.
 *
 * @param place the feed's address, or the folder
 * @param looked when it was last read
 * @param trouble why it could not be read then, a sentence part for people
 * @param brought when it last brought something new
 * @param added how many pages it brought then
 */
public record Followed(
    String place,
    Optional<Instant> looked,
    Optional<String> trouble,
    Optional<Instant> brought,
    long added) {
  public Followed {
    requireNonNull(place, "place");
    requireNonNull(looked, "looked");
    requireNonNull(trouble, "trouble");
    requireNonNull(brought, "brought");
  }

  /** True for an address, false for a folder. */
  public boolean isFeed() {
    return place.contains("://");
  }
}
