package org.stemma.app.export;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be exported. */
public enum What {
  /** Who said what, article by article. */
  ATTRIBUTIONS(Format.JSONL, Format.CSV, Format.XLSX, Format.ANNOTATIONS),
  /** Each witness of each statement. */
  STATEMENTS(Format.JSONL, Format.CSV, Format.XLSX, Format.PASSIM, Format.CLAIMS, Format.CSL),
  SPEAKERS(Format.JSONL, Format.CSV, Format.XLSX),
  /** Accounts that cannot all stand. */
  DISPUTES(Format.JSONL, Format.CSV, Format.XLSX),
  /** Passages that two articles share. */
  REUSE(Format.JSONL, Format.CSV, Format.XLSX),
  /** Who took from whom. */
  STEMMA(Format.JSONL, Format.GRAPHML, Format.GEXF, Format.PROV),
  /** Which outlet quotes whom, how often. */
  QUOTES(Format.GRAPHML, Format.GEXF);

  private final Set<Format> formats;

  What(Format first, Format... others) {
    formats = EnumSet.of(first, others);
  }

  /** As what it can be had, the usual one first. */
  public Set<Format> formats() {
    return EnumSet.copyOf(formats);
  }

  /**
   * Refuses a format in which this cannot be had.
   *
   * @throws IllegalArgumentException when it cannot be had as this; the message is one sentence,
   *     for people
   */
  public void requireFormat(Format format) {
    if (!formats.contains(format)) {
      String list = String.join(", ", formats.stream().map(What::lower).toList());
      throw new IllegalArgumentException(
          lower(this) + " come as " + list + ", not as " + lower(format) + ".");
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
