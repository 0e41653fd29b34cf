package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Article;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.NewsAgencies;

/**
 * Finds whom the outlet credits for having an attribution: "told Harbour Wire", "according to the
 * AFP", "(AP)".
 */
final class Credits {
  /** Words in front of whoever is credited. */
  private static final Set<String> LEADS =
      Set.of("told", "to", "by", "with", "tells", "on", "via", "citing", "cited");

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

  /** Of a line at the foot, in UTF-16 code units. */
  private static final int LONGEST_LINE = 60;

  /** Brackets name an agency in front of a story: "PORT SOREN, May 4 (AP) – ". In tokens. */
  private static final int DATELINE_LENGTH = 10;

  /**
   * How each lead names whom it credits, outermost first: an outlet that reports somebody's words
   * to another credits the one that had them, not the one that they were said to.
   */
  private static final Map<String, Integer> RANKS =
      Map.of("(", 0, "reported", 1, "to", 2, "by", 2, "via", 2, "citing", 3, "cited", 3);

  private static final int SPOKEN_TO = 4;

  private static final Set<String> REPORTS = Set.of("reported", "reports");

  private record Credit(int rank, String name) {}

  /**
   * Whom the outlet credits in the sentence of an attribution's cue, outermost first; its own
   * source is none.
   *
   * @param foot whom the foot of the article credits for all of it
   */
  static List<String> of(Tokens t, Draft draft, Optional<String> foot) {
    int place = draft.cue().map(Piece::first).orElse(draft.contents().get(0).first());
    int s = t.sentence[place];
    int end = Math.min(t.sentenceStart[s + 1], place + REACH);
    List<Credit> found = new ArrayList<>();
    foot.ifPresent(name -> found.add(new Credit(-1, name)));
    for (int i = Math.max(t.sentenceStart[s], place - REACH); i < end; i++) {
      if (t.quote[i] == Tokens.OUTSIDE) {
        credit(t, draft, i, end).ifPresent(found::add);
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Credit::rank))
        .map(Credit::name)
        .distinct()
        .toList();
  }

  private static Optional<Credit> credit(Tokens t, Draft draft, int i, int end) {
    boolean opensStory = i - t.paragraphStart[t.paragraph[i]] < DATELINE_LENGTH;
    boolean aside = t.shape[i] == Shape.COMMA;
    if (!aside && !LEADS.contains(t.lower(i)) && !(opensStory && t.in(i).equals("("))) {
      return Optional.empty();
    }
    int first = i + 1 < end && t.lower(i + 1).equals("the") ? i + 2 : i + 1;
    Optional<Piece> name = outlet(t, first, end).filter(n -> !isSource(draft, n));
    if (aside) {
      name = name.filter(n -> n.last() + 1 < end && REPORTS.contains(t.lower(n.last() + 1)));
    }
    int rank = RANKS.getOrDefault(aside ? "reported" : t.lower(i), SPOKEN_TO);
    boolean interview = i > 0 && t.lower(i - 1).equals("interview");
    return name.map(
        n -> new Credit(interview ? SPOKEN_TO : rank, t.span(n.first(), n.last()).in(t.text)));
  }

  /** The agency that stands alone on the last line of an article's own text or of its credits. */
  static Optional<String> atFoot(Article article) {
    Optional<Zone> last = Optional.empty();
    for (Zone zone : article.zones()) {
      last = zone.role().isArticle() || zone.role() == ZoneRole.CREDIT ? Optional.of(zone) : last;
    }
    return last.flatMap(
        zone -> {
          String text = zone.span().in(article.text()).strip();
          String line = text.substring(text.lastIndexOf('\n') + 1);
          String name =
              line.length() > LONGEST_LINE ? "" : line.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
          return NewsAgencies.isAgency(name) ? Optional.of(name) : Optional.empty();
        });
  }

  /** True where a piece is the name of an agency or another outlet, an article before it or not. */
  static boolean isOutlet(Tokens t, Piece piece) {
    int first = t.lower(piece.first()).equals("the") ? piece.first() + 1 : piece.first();
    return outlet(t, first, piece.last() + 1).isPresent();
  }

  private static boolean isSource(Draft draft, Piece name) {
    return draft.source().filter(s -> s.contains(name.first())).isPresent();
  }

  /**
   * The name of an outlet that begins at a token: capitals that a list or their last word tells.
   */
  private static Optional<Piece> outlet(Tokens t, int first, int end) {
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
    String name = t.span(first, after - 1).in(t.text);
    boolean known =
        NewsAgencies.isAgency(name)
            || OUTLETS.contains(t.lower(after - 1))
            || (after + 1 < end
                && t.lower(after).equals("news")
                && t.lower(after + 1).equals("agency"))
            || (after < end
                && Set.of("newspaper", "television", "radio", "tv").contains(t.lower(after)));
    return known ? Optional.of(new Piece(first, after - 1)) : Optional.empty();
  }
}
