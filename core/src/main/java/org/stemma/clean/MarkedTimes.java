package org.stemma.clean;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.FoundDate;
import org.stemma.model.ZoneRole;

/**
 * Which of the dates that a page marks in its text are the article's own: those that stand closest
 * to its headline, in no box of other stories or of readers' comments.
 */
final class MarkedTimes {
  /** Characters in front of a date in which a label is looked for. */
  private static final int LABEL = 40;

  /** Elements in front of a date that may hold its label. */
  private static final int NEIGHBOURS = 4;

  /** Kinds of things that are no part of the article's own dates, in lower case. */
  private static final List<String> OTHER_THINGS =
      List.of("comment", "review", "product", "videoobject", "imageobject", "event", "rating");

  /** A date in a stretch with one of these roles is not the article's. */
  private static final Set<ZoneRole> ELSEWHERE =
      EnumSet.of(
          ZoneRole.COMMENT,
          ZoneRole.RELATED,
          ZoneRole.PROMOTION,
          ZoneRole.NAVIGATION,
          ZoneRole.LEGAL,
          ZoneRole.BOILERPLATE);

  private record Candidate(FoundDate date, int closeness, boolean says) {}

  private final DayOrder order;
  private final Hints hints = new Hints();
  private final Optional<Element> heading;
  private final Map<Element, Integer> around = new HashMap<>();

  private MarkedTimes(Optional<Element> heading, DayOrder order) {
    this.heading = heading;
    this.order = order;
    int steps = 0;
    for (Element e = heading.orElse(null); e != null; e = e.parent()) {
      around.put(e, --steps);
    }
  }

  static List<FoundDate> of(List<Element> dated, Optional<Element> heading, DayOrder order) {
    MarkedTimes times = new MarkedTimes(heading, order);
    List<Candidate> candidates = new ArrayList<>();
    for (Element element : dated) {
      if (times.isOwn(element)) {
        times.candidate(element).ifPresent(candidates::add);
      }
    }
    Set<FoundDate> chosen = new LinkedHashSet<>();
    for (DateSense sense : DateSense.values()) {
      closest(candidates.stream().filter(c -> c.date().sense() == sense).toList())
          .ifPresent(chosen::add);
    }
    return List.copyOf(chosen);
  }

  /** Those that say that they are the article's before others; then the closest; then the first. */
  private static Optional<FoundDate> closest(List<Candidate> candidates) {
    Optional<Candidate> best = Optional.empty();
    for (Candidate c : candidates) {
      if (best.isEmpty()
          || (c.says() && !best.get().says())
          || (c.says() == best.get().says() && c.closeness() > best.get().closeness())) {
        best = Optional.of(c);
      }
    }
    return best.map(Candidate::date);
  }

  private Optional<Candidate> candidate(Element element) {
    String words = words(element);
    String item = element.attr("itemprop").toLowerCase(Locale.ROOT);
    String classes = element.attr("class").toLowerCase(Locale.ROOT);
    boolean updated =
        item.contains("modified")
            || (!item.contains("published")
                && !classes.contains("published")
                && (classes.contains("updated") || classes.contains("modified")));
    boolean says =
        item.contains("published")
            || element.hasAttr("pubdate")
            || classes.contains("published")
            || classes.contains("entry-date");
    DateSense sense =
        updated
            ? DateSense.UPDATED
            : says ? DateSense.PUBLISHED : label(element).orElse(DateSense.PUBLISHED);
    return MarkedDates.read(words, order)
        .or(() -> MarkedDates.read(shown(element), order))
        .map(v -> new FoundDate(v, DateOrigin.TIME, sense))
        .map(date -> new Candidate(date, closeness(element), says));
  }

  private static String words(Element element) {
    for (String attribute : new String[] {"datetime", "content", "title"}) {
      if (WrittenDates.hasDigit(element.attr(attribute))) {
        return element.attr(attribute);
      }
    }
    return shown(element);
  }

  private static String shown(Element element) {
    return element.childNodeSize() > NEIGHBOURS ? "" : element.text();
  }

  /** What the words in front of the date say, up to another date. */
  private static Optional<DateSense> label(Element element) {
    StringBuilder before = new StringBuilder();
    Node node = element.previousSibling();
    for (int i = 0; i < NEIGHBOURS && node != null && before.length() < LABEL; i++) {
      String words = text(node);
      if (WrittenDates.hasDigit(words)) {
        break;
      }
      before.insert(0, words + ' ');
      node = node.previousSibling();
    }
    return DateLabels.last(before.substring(Math.max(0, before.length() - LABEL)));
  }

  private static String text(Node node) {
    if (node instanceof TextNode words) {
      String whole = words.getWholeText();
      return whole.substring(Math.max(0, whole.length() - LABEL));
    }
    return node instanceof Element e && !e.isBlock() ? shown(e) : "";
  }

  private int closeness(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      Integer steps = around.get(e);
      if (steps != null) {
        return steps;
      }
    }
    return heading.isPresent() ? Integer.MIN_VALUE : 0;
  }

  /** Looks at what is around a date, up to where the headline is around too. */
  private boolean isOwn(Element element) {
    for (Element e = element; e != null && !around.containsKey(e); e = e.parent()) {
      boolean story = e.normalName().equals("article") && heading.isPresent();
      if (story || isOther(e)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOther(Element e) {
    String thing = e.attr("itemtype").toLowerCase(Locale.ROOT);
    if (!thing.isEmpty() && OTHER_THINGS.stream().anyMatch(thing::endsWith)) {
      return true;
    }
    Element parent = e.parent();
    boolean frame = parent != null && parent.normalName().equals("article");
    boolean header = e.normalName().equals("header");
    boolean footer = e.normalName().equals("footer") && frame;
    return !header
        && !footer
        && hints.of(e).map(Hints.Claim::role).filter(ELSEWHERE::contains).isPresent();
  }
}
