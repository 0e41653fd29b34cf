package org.stemma.app.pages.view;

import java.util.Locale;

/** Why a stretch of an article's text is marked. The lower-case name is the CSS class. */
public enum Layer {
  DIRECT,
  MIXED,
  INDIRECT,
  SOURCE,
  CUE,
  /** Stands in another article too. */
  SHARED,
  /** In a draft: on record in these words. */
  HELD,
  /** In a draft: on record in other words, or from somebody else. */
  CHANGED,
  /** In a draft: changed, and the sense may be another. */
  GRAVE,
  /** In a draft: not on record. */
  ABSENT,
  /** In a draft: in quotation marks, and too short to look up. */
  SHORT,
  /** How a speaker goes on where a draft breaks off. */
  TURN,
  /** The passage that the reader was sent to. */
  SOUGHT;

  final String cssClass = name().toLowerCase(Locale.ROOT);
}
