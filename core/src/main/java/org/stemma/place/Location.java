package org.stemma.place;

import static java.util.Objects.requireNonNull;

/**
 * A place on the earth.
 *
 * @param name the usual one
 * @param country in which it lies; of a country its own name
 * @param kind of place
 * @param latitude degrees north, from -90 to 90; of a country the middle of its largest piece, of a
 *     region that of its people
 * @param longitude degrees east, from -180 to 180
 * @param people who live there, as last counted
 */
public record Location(
    String name, String country, Kind kind, double latitude, double longitude, long people) {
  /** What a place can be, the larger first. */
  public enum Kind {
    /** A continent too: nobody takes one for a town of its name. */
    COUNTRY,
    /** A state of the United States. */
    REGION,
    TOWN
  }

  public Location {
    requireNonNull(name, "name");
    requireNonNull(country, "country");
    requireNonNull(kind, "kind");
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(name + " cannot lie at " + latitude + ", " + longitude);
    }
  }
}
