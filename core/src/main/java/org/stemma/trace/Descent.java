package org.stemma.trace;

import static java.util.Comparator.comparingInt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.model.ArticleId;

/** Whom each article can have it from, and how likely each is. */
final class Descent {
  /** So many words may be missing by a slip, or by how they are spelt. */
  private static final double FEW = 4;

  /** Possible sources that are looked at, those that share most: enough to tell. */
  private static final int MOST_SOURCES = 200;

  private static final double CLEARLY_MORE = 1.1;

  /** So many words are more than a formula. */
  private static final int MUCH = 20;

  private final Map<ArticleId, Leaf> leaves;
  private final Map<ArticleId, Set<String>> credits = new HashMap<>();

  Descent(Map<ArticleId, Leaf> leaves) {
    this.leaves = leaves;
    Set<String> agencies = new TreeSet<>();
    for (Leaf leaf : leaves.values()) {
      if (leaf.isAgency()) {
        agencies.add(leaf.outlet().orElseThrow());
      }
    }
    leaves.forEach((id, leaf) -> credits.put(id, leaf.credits(agencies)));
  }

  /**
   * A possible source of an article, or none of those here.
   *
   * @param parent empty for none
   */
  record Option(Optional<Leaf> parent, Map<Sign, Double> signs) {
    double logOdds() {
      double sum = 0;
      for (Map.Entry<Sign, Double> sign : signs.entrySet()) {
        sum += sign.getKey().weight() * sign.getValue();
      }
      return sum;
    }
  }

  /**
   * All options of a child in each story that it has words of, none last; the story of which it has
   * most first. Possible sources that share something with one another have one story. Empty where
   * it shares nothing.
   */
  List<List<Option>> stories(Leaf child) {
    List<Leaf> sources = new ArrayList<>();
    child.shared().keySet().forEach(id -> sources.add(leaves.get(id)));
    sources.sort(
        comparingInt((Leaf source) -> -words(child, source).cardinality()).thenComparing(Leaf::id));
    List<List<Leaf>> stories = new ArrayList<>();
    for (Leaf source : sources.subList(0, Math.min(MOST_SOURCES, sources.size()))) {
      List<Leaf> joined = new ArrayList<>(List.of(source));
      for (List<Leaf> story : List.copyOf(stories)) {
        if (story.stream().anyMatch(other -> other.shared().containsKey(source.id()))) {
          joined.addAll(story);
          stories.remove(story);
        }
      }
      stories.add(joined);
    }
    List<List<Option>> options = new ArrayList<>();
    stories.sort(comparingInt(story -> -all(child, story).cardinality()));
    stories.forEach(story -> options.add(options(child, story)));
    return options;
  }

  private static BitSet words(Leaf child, Leaf source) {
    return child.shared().get(source.id()).words();
  }

  private static BitSet all(Leaf child, List<Leaf> story) {
    BitSet all = new BitSet();
    story.forEach(source -> all.or(words(child, source)));
    return all;
  }

  private List<Option> options(Leaf child, List<Leaf> candidates) {
    BitSet ofStory = all(child, candidates);
    List<Option> options = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (Leaf parent : candidates) {
      BitSet lacked = (BitSet) ofStory.clone();
      lacked.andNot(words(child, parent));
      least = Math.min(least, lacked.cardinality());
      Map<Sign, Double> signs = texts(child, parent, lacked, ofStory);
      Sign when = when(child, parent);
      signs.put(when, 1.0);
      if (credit(child, parent).isPresent() && !parent.isAgency()) {
        signs.put(Sign.CREDIT, 1.0);
      }
      if (isSameHeadline(child, parent)) {
        signs.put(Sign.HEADLINE, 1.0);
      }
      boolean open = when == Sign.DATES_MEET || when == Sign.UNDATED;
      if (open && parent.copied().cardinality() > CLEARLY_MORE * child.copied().cardinality()) {
        signs.put(Sign.FULLER, 1.0);
      }
      if (parent.isAgency()) {
        signs.put(Sign.AGENCY, 1.0);
      }
      options.add(new Option(Optional.of(parent), signs));
    }
    options.add(new Option(Optional.empty(), none(child, candidates, least, ofStory)));
    return options;
  }

  private static Map<Sign, Double> texts(Leaf child, Leaf parent, BitSet lacked, BitSet ofStory) {
    Map<Sign, Double> signs = new EnumMap<>(Sign.class);
    int lacks = lacked.cardinality();
    signs.put(Sign.LACKS, Math.log1p(lacks / FEW));
    signs.put(Sign.LACKS_PLACES, Math.log1p(places(lacked, ofStory)));
    List<Leaf.Run> runs = child.shared().get(parent.id()).runs();
    signs.put(Sign.SKIPS, Math.log1p(skips(child, parent, runs)));
    signs.put(Sign.TURNS, Math.log1p(turns(runs)));
    return signs;
  }

  /** Runs of words, where words that nobody shares break no run. */
  private static int places(BitSet lacked, BitSet copied) {
    int places = 0;
    for (int at = lacked.nextSetBit(0); at >= 0; ) {
      places++;
      int end = lacked.nextClearBit(at);
      while (end < copied.length() && !copied.get(end)) {
        end = copied.nextSetBit(end);
        end = lacked.get(end) ? lacked.nextClearBit(end) : copied.length();
      }
      at = lacked.nextSetBit(end);
    }
    return places;
  }

  /** Places where the child goes on and the parent has words between that others have too. */
  private static int skips(Leaf child, Leaf parent, List<Leaf.Run> runs) {
    int places = 0;
    for (int i = 1; i < runs.size(); i++) {
      Leaf.Run before = runs.get(i - 1);
      Leaf.Run next = runs.get(i);
      boolean goesOn =
          next.from() <= before.to() || child.copied().nextClearBit(before.to()) >= next.from();
      int shared = parent.copied().nextSetBit(before.endThere());
      places += goesOn && shared >= 0 && shared < next.there() ? 1 : 0;
    }
    return places;
  }

  private static int turns(List<Leaf.Run> runs) {
    int turns = 0;
    for (int i = 1; i < runs.size(); i++) {
      turns += runs.get(i).there() < runs.get(i - 1).there() ? 1 : 0;
    }
    return turns;
  }

  /** The words by which the child names the parent's outlet as its source. */
  static Optional<String> credit(Leaf child, Leaf parent) {
    return parent
        .outlet()
        .filter(outlet -> !child.outlet().equals(Optional.of(outlet)))
        .flatMap(outlet -> Credits.find(child.article().text(), outlet));
  }

  private static Sign when(Leaf child, Leaf parent) {
    if (child.date().isEmpty() || parent.date().isEmpty()) {
      return Sign.UNDATED;
    }
    double later = parent.hoursBefore(child);
    if (later == 0) {
      return child.isSurelyBefore(parent) ? Sign.EARLIER : Sign.DATES_MEET;
    }
    if (later <= 8) {
      return later <= 2 ? Sign.LATER_2_HOURS : Sign.LATER_8_HOURS;
    }
    return later <= 24 ? Sign.LATER_1_DAY : Sign.LATER_MORE;
  }

  private static boolean isSameHeadline(Leaf child, Leaf parent) {
    Optional<String> headline = child.article().imprint().headline();
    return headline.isPresent() && headline.equals(parent.article().imprint().headline());
  }

  private Map<Sign, Double> none(
      Leaf child, Collection<Leaf> candidates, int least, BitSet ofStory) {
    Map<Sign, Double> signs = new EnumMap<>(Sign.class);
    signs.put(Sign.NONE, 1.0);
    if (child.isAgency()) {
      signs.put(Sign.IS_AGENCY, 1.0);
    }
    signs.put(Sign.IS_ALONE_WITH, Math.log1p(least));
    signs.put(
        Sign.EARLIER_ONES,
        Math.log1p(candidates.stream().filter(c -> c.isSurelyBefore(child)).count()));
    if (!credits.get(child.id()).isEmpty()) {
      boolean absent = absentSource(child).isPresent();
      signs.put(absent ? Sign.CREDITS_ABSENT : Sign.CREDITS_PRESENT, 1.0);
    }
    if (ofStory.cardinality() < MUCH) {
      signs.put(Sign.FEW_WORDS, 1.0);
    }
    return signs;
  }

  /** The agency that a child credits, where it shares nothing with an article of any such. */
  private Optional<String> absentSource(Leaf child) {
    Set<String> credited = credits.get(child.id());
    boolean present =
        child.shared().keySet().stream()
            .anyMatch(id -> leaves.get(id).outlet().filter(credited::contains).isPresent());
    return present ? Optional.empty() : credited.stream().findFirst();
  }

  /**
   * The agency that an article credits and others with the same words do too, while no article is
   * of it that the words may have come from, over however many hands. One credit alone may be an
   * error, and an agency that names another one writes for itself all the same.
   */
  Optional<String> lostSource(Leaf child) {
    if (child.isAgency()) {
      return Optional.empty();
    }
    Optional<String> absent = absentSource(child).filter(agency -> isCreditedBeside(child, agency));
    return absent.filter(agency -> !isInStory(child, agency));
  }

  private boolean isCreditedBeside(Leaf child, String agency) {
    return child.shared().entrySet().stream()
        .anyMatch(
            other ->
                other.getValue().words().cardinality() >= MUCH
                    && credits.get(other.getKey()).contains(agency));
  }

  private boolean isInStory(Leaf child, String agency) {
    Set<ArticleId> seen = new HashSet<>(Set.of(child.id()));
    Deque<Leaf> open = new ArrayDeque<>(List.of(child));
    while (!open.isEmpty()) {
      Leaf leaf = open.remove();
      if (leaf.outlet().equals(Optional.of(agency))) {
        return true;
      }
      for (Map.Entry<ArticleId, Leaf.Shared> other : leaf.shared().entrySet()) {
        if (other.getValue().words().cardinality() >= MUCH && seen.add(other.getKey())) {
          open.add(leaves.get(other.getKey()));
        }
      }
    }
    return false;
  }
}
