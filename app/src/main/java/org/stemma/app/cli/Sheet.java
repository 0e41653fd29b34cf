package org.stemma.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text made for reading: wrapped to the terminal, labels in one column, colours only where
 * they help.
 */
final class Sheet {
  /** The labels of a field stand in so many columns. */
  private static final int LABEL = 10;

  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String END = "\u001b[0m";

  private final Terminal terminal;
  private final int columns;
  private final boolean colours;

  Sheet(Terminal terminal) {
    this.terminal = terminal;
    this.columns = terminal.columns();
    this.colours = terminal.colours();
  }

  /** A line of its own that stands out. */
  void heading(String text) {
    for (String line : wrapped(Words.plain(text), columns)) {
      terminal.print(colours ? BOLD + line + END : line);
    }
  }

  /** A paragraph, every line of it indented. */
  void paragraph(int indent, String text) {
    indented(" ".repeat(indent), " ".repeat(indent), text);
  }

  /** An entry of a list: the number, then what it is. */
  void entry(int number, String text) {
    String mark = String.format("%3d  ", number);
    List<String> lines = wrapped(Words.plain(text), columns - mark.length());
    for (int i = 0; i < lines.size(); i++) {
      String words = colours ? BOLD + lines.get(i) + END : lines.get(i);
      terminal.print((i == 0 ? mark : " ".repeat(mark.length())) + words);
    }
  }

  /** A labelled field of an entry. */
  void field(String label, String text) {
    String margin = " ".repeat(5);
    indented(margin + label + " ".repeat(LABEL - label.length()), margin + " ".repeat(LABEL), text);
  }

  void blank() {
    terminal.print("");
  }

  private void indented(String first, String next, String text) {
    List<String> lines = wrapped(Words.plain(text), columns - next.length());
    boolean marked = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      terminal.print((i == 0 ? first : next) + (colours ? coloured(line, marked) : line));
      marked =
          line.lastIndexOf(Marked.OPEN) > line.lastIndexOf(Marked.CLOSE)
              || (marked && line.lastIndexOf(Marked.CLOSE) < 0);
    }
  }

  /** The marks stay, so that nothing is told by colour alone. */
  private static String coloured(String line, boolean markedBefore) {
    String open =
        line.replace(Marked.OPEN, RED + Marked.OPEN).replace(Marked.CLOSE, Marked.CLOSE + END);
    return (markedBefore ? RED : "") + open + END;
  }

  /** Breaks between words; a word longer than a line gets a line of its own. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int length = word.codePointCount(0, word.length());
      if (used > 0 && used + 1 + length > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += length;
    }
    lines.add(line.toString());
    return lines;
  }
}
