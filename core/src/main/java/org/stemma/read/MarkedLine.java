package org.stemma.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stemma.model.Page.Mark;
import org.stemma.model.Page.Marks;
import org.stemma.model.Span;

/**
 * The field {@code attributions} of a line: objects with {@code source}, {@code cue} and {@code
 * content}, each a list of {@code [start, end]} in code points. Whatever is wrong with it is kept
 * as a fault, since most readers of a line pass over the field.
 */
final class MarkedLine {
  private static final List<String> ROLES = List.of("source", "cue", "content");

  private final List<Map<String, List<int[]>>> read = new ArrayList<>();
  private Optional<String> fault = Optional.empty();

  /** Reads the array that the parser stands at the start of. */
  void read(JsonParser parser) throws IOException {
    for (JsonToken next = parser.nextToken();
        next != null && next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        attribution(parser);
      } else {
        wrong("is no JSON object");
        parser.skipChildren();
      }
    }
  }

  private void attribution(JsonParser parser) throws IOException {
    Map<String, List<int[]>> roles = new TreeMap<>();
    read.add(roles);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String role = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!ROLES.contains(role)) {
        parser.skipChildren();
      } else if (value == JsonToken.START_ARRAY) {
        roles.put(role, spans(parser, role));
      } else if (value != JsonToken.VALUE_NULL) {
        wrong("has a " + role + " that is no list of [start, end]");
        parser.skipChildren();
      }
    }
  }

  private List<int[]> spans(JsonParser parser, String role) throws IOException {
    List<int[]> spans = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != null && next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      int[] span = new int[2];
      int numbers = 0;
      if (next == JsonToken.START_ARRAY) {
        for (next = parser.nextToken();
            next != null && next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          boolean whole =
              next == JsonToken.VALUE_NUMBER_INT
                  && parser.getNumberType() == JsonParser.NumberType.INT;
          if (whole && numbers < 2) {
            span[numbers] = parser.getIntValue();
          }
          numbers = whole ? numbers + 1 : 3;
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
      if (numbers != 2) {
        wrong("has a " + role + " that is no list of [start, end]");
      }
      spans.add(span);
    }
    return spans;
  }

  private void wrong(String what) {
    if (fault.isEmpty()) {
      fault = Optional.of("attribution " + Math.max(1, read.size()) + " " + what);
    }
  }

  /** The attributions in UTF-16 code units of the text, or what is wrong with them. */
  Marks in(String text) {
    if (read.isEmpty() || fault.isPresent()) {
      return new Marks(List.of(), fault);
    }
    int[] units = unitsOfPoints(text);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      String which = "attribution " + (i + 1);
      List<List<Span>> roles = new ArrayList<>();
      for (String role : ROLES) {
        List<int[]> points = new ArrayList<>(read.get(i).getOrDefault(role, List.of()));
        points.sort(Comparator.comparingInt(span -> span[0]));
        int free = 0;
        List<Span> spans = new ArrayList<>();
        for (int[] span : points) {
          String words = which + " has a " + role + " [" + span[0] + ", " + span[1] + "]";
          if (span[0] < 0 || span[1] >= units.length) {
            String length = String.valueOf(units.length - 1);
            return faulty(words + " outside its text of " + length + " characters");
          }
          if (span[1] <= span[0] || span[0] < free) {
            return faulty(words + " that is empty or overlaps another");
          }
          free = span[1];
          spans.add(new Span(units[span[0]], units[span[1]]));
        }
        roles.add(spans);
      }
      if (roles.get(2).isEmpty()) {
        return faulty(which + " has no content");
      }
      marks.add(new Mark(roles.get(0), roles.get(1), roles.get(2)));
    }
    return new Marks(marks, Optional.empty());
  }

  private static Marks faulty(String what) {
    return new Marks(List.of(), Optional.of(what));
  }

  /** For each code point, and for the end of the text, where it begins. */
  private static int[] unitsOfPoints(String text) {
    int[] units = new int[text.codePointCount(0, text.length()) + 1];
    int unit = 0;
    for (int point = 0; point + 1 < units.length; point++) {
      units[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    units[units.length - 1] = unit;
    return units;
  }
}
