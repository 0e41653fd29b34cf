package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.text.IsoDates;

/**
 * The head of a record of a web archive.
 *
 * @param type of the record, as WARC calls it: {@code response}, {@code resource}
 * @param fields by their names in lower case, as WARC calls them; an ARC's are put under these
 *     names
 */
record Capture(String type, Map<String, String> fields) {
  private static final String WARC = "WARC/";
  private static final String TARGET = "warc-target-uri";
  private static final String DATE = "warc-date";
  private static final String LENGTH = "content-length";
  private static final String TYPE = "content-type";

  /** Year to second. Some tools wrote more digits, which tell nothing. */
  private static final int ARC_DATE = 14;

  /** Fields of an ARC's line behind the address: host, date, type, length. */
  private static final int ARC_FIELDS = 4;

  /** The same in version 2, which has five more before the length. */
  private static final int ARC_2_FIELDS = 9;

  private static final Pattern ARC_DIGITS = Pattern.compile("\\d{14,20}");
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,20}:.*");

  Capture {
    requireNonNull(type, "type");
    fields = Map.copyOf(fields);
  }

  /** True where a line that starts a WARC record starts. */
  static boolean startsWarc(byte[] bytes, int at) {
    if (bytes.length < at + WARC.length() + 2) {
      return false;
    }
    for (int i = 0; i < WARC.length(); i++) {
      if (bytes[at + i] != WARC.charAt(i)) {
        return false;
      }
    }
    int version = bytes[at + WARC.length()];
    return version >= '0' && version <= '9' && bytes[at + WARC.length() + 1] == '.';
  }

  /** The record whose head has these lines, without the first. */
  static Capture warc(List<String> lines) {
    Map<String, String> fields = Fields.of(lines);
    return new Capture(fields.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT), fields);
  }

  /** The record of an ARC that starts with this line; empty when none does. */
  static Optional<Capture> arc(String line) {
    return arc(line, ARC_FIELDS).or(() -> arc(line, ARC_2_FIELDS));
  }

  /** Addresses may hold blanks, the fields behind them do not: they are cut off from the right. */
  private static Optional<Capture> arc(String line, int count) {
    String[] behind = new String[count];
    int end = line.length();
    for (int i = count - 1; i >= 0; i--) {
      int blank = line.lastIndexOf(' ', end - 1);
      if (blank <= 0) {
        return Optional.empty();
      }
      behind[i] = line.substring(blank + 1, end);
      end = blank;
    }
    String address = line.substring(0, end);
    if (!SCHEME.matcher(address).matches() || !ARC_DIGITS.matcher(behind[1]).matches()) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    fields.put(TARGET, address);
    fields.put(DATE, arcDate(behind[1]));
    fields.put(TYPE, behind[2]);
    fields.put(LENGTH, behind[count - 1]);
    return Optional.of(
        new Capture(address.startsWith("filedesc:") ? "warcinfo" : "response", fields));
  }

  private static String arcDate(String digits) {
    StringBuilder date = new StringBuilder(digits.substring(0, ARC_DATE));
    date.insert(12, ':').insert(10, ':').insert(8, 'T').insert(6, '-').insert(4, '-');
    return date.append('Z').toString();
  }

  /**
   * What was captured: angle brackets, which some tools write around it, are taken off, and blanks
   * written as a browser sends them.
   */
  Optional<String> target() {
    String target = fields.getOrDefault(TARGET, "").strip();
    if (target.startsWith("<") && target.endsWith(">")) {
      target = target.substring(1, target.length() - 1).strip();
    }
    target = Decoding.sound(target.replace(" ", "%20").replaceAll("\\p{Cntrl}", ""));
    return target.isEmpty() ? Optional.empty() : Optional.of(target);
  }

  /** When it was captured. */
  List<FoundDate> dates() {
    return IsoDates.lenient(fields.getOrDefault(DATE, "")).stream()
        .map(date -> new FoundDate(date, DateOrigin.ARCHIVE))
        .toList();
  }

  /** Of the block behind the head, in bytes; empty where the head tells none that can be. */
  Optional<Long> length() {
    try {
      return Optional.of(Long.parseLong(fields.getOrDefault(LENGTH, "").strip()))
          .filter(length -> length >= 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Of the block; for a capture over HTTP that of the message. */
  Optional<MediaType> blockType() {
    return Optional.ofNullable(fields.get(TYPE)).map(MediaType::of);
  }

  /** Of what was captured, where the archive's maker looked at it. */
  Optional<MediaType> identifiedType() {
    return Optional.ofNullable(fields.get("warc-identified-payload-type")).map(MediaType::of);
  }

  /** True where the archive's maker stopped before the end. */
  boolean isTruncated() {
    return fields.containsKey("warc-truncated");
  }
}
