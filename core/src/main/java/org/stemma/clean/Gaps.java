package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** Zones that came with a text may leave words out; what no zone claims is furniture. */
final class Gaps {
  private Gaps() {}

  static List<Zone> filled(String text, List<Zone> zones) {
    List<Zone> filled = new ArrayList<>();
    int free = 0;
    for (Zone zone : zones) {
      if (zone.span().start() < free || zone.span().end() > text.length()) {
        throw new IllegalArgumentException("zone " + zone + " overlaps or ends beyond the text");
      }
      fill(text, free, zone.span().start(), filled);
      filled.add(zone);
      free = zone.span().end();
    }
    fill(text, free, text.length(), filled);
    return filled;
  }

  private static void fill(String text, int start, int end, List<Zone> filled) {
    if (start < end) {
      Blocks.trimmed(text, start, end)
          .map((Span gap) -> new Zone(ZoneRole.BOILERPLATE, gap))
          .ifPresent(filled::add);
    }
  }
}
