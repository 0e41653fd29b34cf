package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Span;

/**
 * The lines of a plain text as blocks. Lines that a program wrapped at a fixed width are one block;
 * all others are blocks of their own, because scrapers put a picture's caption, its credit and the
 * next headline on lines that follow each other.
 */
final class Blocks {
  /** The widths at which mail programs and text files wrap. */
  private static final int NARROWEST_WRAP = 50;

  private static final int WIDEST_WRAP = 100;

  /** Wrapped lines end near the margin: none is shorter than this share of the longest. */
  private static final double RAGGED = 0.7;

  private Blocks() {}

  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    List<Span> paragraph = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      Optional<Span> line = trimmed(text, start, end);
      if (line.isPresent()) {
        paragraph.add(line.get());
      } else {
        add(text, paragraph, blocks);
      }
      start = end + 1;
    }
    add(text, paragraph, blocks);
    return blocks;
  }

  /** The span without blanks at its ends; empty where nothing is left. */
  static Optional<Span> trimmed(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Block.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && Block.isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private static void add(String text, List<Span> lines, List<Block> blocks) {
    if (isWrapped(text, lines)) {
      Span all = lines.get(0).union(lines.get(lines.size() - 1));
      blocks.add(Block.of(text, all, Optional.empty()));
    } else {
      for (Span line : lines) {
        blocks.add(Block.of(text, line, Optional.empty()));
      }
    }
    lines.clear();
  }

  private static boolean isWrapped(String text, List<Span> lines) {
    if (lines.size() < 2) {
      return false;
    }
    int longest = 0;
    for (Span line : lines) {
      longest = Math.max(longest, line.length());
    }
    if (longest < NARROWEST_WRAP || longest > WIDEST_WRAP) {
      return false;
    }
    boolean continues = false;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Span line = lines.get(i);
      continues |= Character.isLowerCase(text.charAt(lines.get(i + 1).start()));
      boolean full = line.length() + 1 + firstWord(text, lines.get(i + 1)) > longest;
      if (line.length() < RAGGED * longest || !full) {
        return false;
      }
    }
    return continues;
  }

  private static int firstWord(String text, Span line) {
    int end = line.start();
    while (end < line.end() && !Block.isBlank(text.charAt(end))) {
      end++;
    }
    return end - line.start();
  }
}
