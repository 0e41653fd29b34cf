package org.stemma.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;

/**
 * ISO 8601 as it is found in files: with a blank for the T, {@code +0200} for {@code +02:00}. What
 * cannot be read with certainty is no date. Thread-safe.
 */
public final class IsoDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?"
              + "(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private IsoDates() {}

  /** The date in the form that {@link FoundDate} takes; empty when it is not ISO 8601. */
  public static Optional<String> lenient(String written) {
    Matcher iso = ISO.matcher(written.strip());
    if (!iso.matches()) {
      return Optional.empty();
    }
    String value =
        iso.group(2) == null
            ? iso.group(1)
            : iso.group(1) + "T" + iso.group(2) + zone(iso.group(3));
    try {
      return Optional.of(new FoundDate(value, DateOrigin.GIVEN).value());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String zone(String written) {
    if (written == null || written.equals("Z")) {
      return written == null ? "" : "Z";
    }
    String digits = written.substring(1).replace(":", "");
    return written.charAt(0) + digits.substring(0, 2) + ":" + (digits + "00").substring(2, 4);
  }
}
