package org.stemma.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines {@code Name: value}, as heads of web archives and of HTTP have them. */
final class Fields {
  /** Fields of one head that are kept. Servers send some 20, archives 15. */
  private static final int MOST = 500;

  /** Longest value that further lines are added to. */
  private static final int LONGEST = 1 << 14;

  private Fields() {}

  /** By name in lower case; the first of a name counts. A line that starts with a blank goes on. */
  static Map<String, String> of(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    String last = "";
    for (String line : lines) {
      boolean more = line.startsWith(" ") || line.startsWith("\t");
      int colon = line.indexOf(':');
      if (more && !last.isEmpty()) {
        fields.merge(last, line.strip(), Fields::joined);
      } else if (colon > 0 && fields.size() < MOST) {
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (fields.putIfAbsent(last, line.substring(colon + 1).strip()) != null) {
          last = "";
        }
      }
    }
    return fields;
  }

  private static String joined(String before, String after) {
    return before.length() > LONGEST ? before : before + " " + after;
  }
}
