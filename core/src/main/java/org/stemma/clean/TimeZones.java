package org.stemma.clean;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The hours from Greenwich that a time zone's printed name means on a day. */
final class TimeZones {
  /** Zones that mean one thing wherever news is written; IST, CST and the like mean several. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("GMT", "+00:00"),
          Map.entry("UTC", "+00:00"),
          Map.entry("Z", "+00:00"),
          Map.entry("WET", "+00:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("WEST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("SAST", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("МСК", "+03:00"),
          Map.entry("TRT", "+03:00"),
          Map.entry("EAT", "+03:00"),
          Map.entry("PKT", "+05:00"),
          Map.entry("HKT", "+08:00"),
          Map.entry("SGT", "+08:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"),
          Map.entry("NZST", "+12:00"),
          Map.entry("NZDT", "+13:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("BRT", "-03:00"));

  /** Names that mean another offset in summer. */
  private static final Map<String, String> BY_SEASON =
      Map.of(
          "ET", "America/New_York",
          "CT", "America/Chicago",
          "MT", "America/Denver",
          "PT", "America/Los_Angeles",
          "EASTERN", "America/New_York",
          "PACIFIC", "America/Los_Angeles",
          "CENTRAL EUROPEAN", "Europe/Berlin");

  private TimeZones() {}

  /** Of an abbreviation in capitals; empty where it is not known or means several zones. */
  static Optional<String> offset(String name, LocalDateTime when) {
    return Optional.ofNullable(FIXED.get(name))
        .or(() -> Optional.ofNullable(BY_SEASON.get(name)).map(zone -> at(zone, when)));
  }

  /** Of the words in front of "time": a city, "Eastern". */
  static Optional<String> ofPlace(String place, LocalDateTime when) {
    String name = place.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(BY_SEASON.get(name))
        .or(() -> Optional.ofNullable(Cities.ZONES.get(name)))
        .map(zone -> at(zone, when));
  }

  private static String at(String zone, LocalDateTime when) {
    ZoneOffset offset = ZoneId.of(zone).getRules().getOffset(when);
    return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
  }

  /** The cities after which the time zone database names its zones. */
  private static final class Cities {
    static final Map<String, String> ZONES = new HashMap<>();

    static {
      for (String zone : ZoneId.getAvailableZoneIds()) {
        String city = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
        if (zone.indexOf('/') > 0 && !zone.startsWith("Etc/")) {
          ZONES.merge(city.toUpperCase(Locale.ROOT), zone, (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
      }
    }
  }
}
