package org.stemma.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;

/**
 * Finds whom the outlet credits for having an attribution: "told Harbour Wire", "according to the
 * AFP", "(AP)". Immutable.
 */
final class Credits {
  /** Words in front of whoever is credited. */
  private static final Set<String> LEADS = Set.of("told", "to", "by", "with", "tells");

  /** Last words of names of outlets. */
  private static final Set<String> OUTLETS =
      Set.of(
          "wire",
          "news",
          "times",
          "post",
          "herald",
          "tribune",
          "gazette",
          "guardian",
          "telegraph",
          "radio",
          "television",
          "tv",
          "journal",
          "press",
          "agency",
          "network",
          "channel",
          "magazine",
          "newspaper",
          "broadcaster",
          "daily",
          "courier",
          "chronicle",
          "observer");

  /** How far from the cue a credit stands, in tokens. */
  private static final int REACH = 60;

  private static final int LONGEST_NAME = 5;

  /** Brackets name an agency in front of a story: "PORT SOREN, May 4 (AP) – ". In tokens. */
  private static final int DATELINE_LENGTH = 10;

  private final Set<String> agencies = new HashSet<>();

  Credits(List<String> agencies) {
    for (String agency : agencies) {
      this.agencies.add(agency.replaceAll("\\W+", " "));
    }
  }

  /** The credit in the sentences of an attribution's cue and source; its own source is none. */
  Optional<String> of(Tokens t, Draft draft) {
    int place = draft.cue().map(Piece::first).orElse(draft.contents().get(0).first());
    int s = t.sentence[place];
    int end = Math.min(t.sentenceStart[s + 1], place + REACH);
    for (int i = Math.max(t.sentenceStart[s], place - REACH); i < end; i++) {
      boolean opensStory = i - t.paragraphStart[t.paragraph[i]] < DATELINE_LENGTH;
      if (t.quote[i] != Tokens.OUTSIDE || !introduces(t, i, opensStory)) {
        continue;
      }
      int first = i + 1 < end && lower(t, i + 1).equals("the") ? i + 2 : i + 1;
      Optional<Piece> name = outlet(t, first, end);
      if (name.isPresent() && !isSource(draft, name.get())) {
        return name.map(n -> t.span(n.first(), n.last()).in(t.text));
      }
    }
    return Optional.empty();
  }

  private static boolean introduces(Tokens t, int i, boolean opensStory) {
    return LEADS.contains(lower(t, i)) || (opensStory && t.in(i).equals("("));
  }

  private static boolean isSource(Draft draft, Piece name) {
    return draft.source().filter(s -> s.contains(name.first())).isPresent();
  }

  /**
   * The name of an outlet that begins at a token: capitals that a list or their last word tells.
   */
  private Optional<Piece> outlet(Tokens t, int first, int end) {
    int after = first;
    while (after < end
        && after - first < LONGEST_NAME * 2
        && (Shape.isCapital(t.shape[after])
            || (t.shape[after] == Shape.DASH
                && after > first
                && t.end[after - 1] == t.start[after]))) {
      after++;
    }
    if (after == first) {
      return Optional.empty();
    }
    String name = t.span(first, after - 1).in(t.text).replaceAll("\\W+", " ");
    boolean known =
        agencies.contains(name)
            || OUTLETS.contains(lower(t, after - 1))
            || (after + 1 < end
                && lower(t, after).equals("news")
                && lower(t, after + 1).equals("agency"))
            || (after < end
                && Set.of("newspaper", "television", "radio", "tv").contains(lower(t, after)));
    return known ? Optional.of(new Piece(first, after - 1)) : Optional.empty();
  }

  private static String lower(Tokens t, int i) {
    return t.end[i] - t.start[i] > 20 ? "" : t.in(i).toLowerCase(Locale.ROOT);
  }
}
