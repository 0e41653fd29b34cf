package org.stemma.app.pages.view;

import org.stemma.app.picture.Stroke;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;

/** Kinds of steps in a stemma, by what tells most for them: in words, and as a line. */
enum Tie {
  CREDIT("names it as its source", Stroke.THICK),
  CHANGE("keeps its change of the words", Stroke.DASH_DOT),
  TEXT("most of it stands there", Stroke.THIN),
  LIKELIEST("likeliest by words and dates", Stroke.DASHED),
  LOST("from an agency not in the desk", Stroke.DOTTED);

  private final String words;
  private final Stroke stroke;

  Tie(String words, Stroke stroke) {
    this.words = words;
    this.stroke = stroke;
  }

  /** For the legend; its subject is the copy. */
  String words() {
    return words;
  }

  Stroke stroke() {
    return stroke;
  }

  static Tie of(Edge edge) {
    boolean changed = false;
    boolean contained = false;
    for (Evidence evidence : edge.evidence()) {
      switch (evidence.kind()) {
        case CREDIT -> {
          return CREDIT;
        }
        case SHARED_ALTERATION -> changed = true;
        case CONTAINED -> contained = true;
        case EARLIER, HEADLINE, AGENCY, FULLEST -> {
          // Told beside the line; none of them makes a kind of its own.
        }
      }
    }
    return changed ? CHANGE : contained ? TEXT : LIKELIEST;
  }
}
