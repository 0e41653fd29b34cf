package org.stemma.app.pages.view;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.Witness;
import org.stemma.place.Gazetteer;
import org.stemma.place.Location;
import org.stemma.search.Found;
import org.stemma.search.Place;
import org.stemma.store.Sought;
import org.stemma.text.Spelling;

/**
 * The places that are named in the sentences that a search found.
 *
 * @param located those of which it is known, or likely, where they lie; most statements first
 * @param others names of places that the gazetteer does not have, with their statements
 * @param articles that were looked at
 * @param allSeen false where there were more
 */
record PlacesNamed(List<Located> located, List<Unlocated> others, int articles, boolean allSeen) {
  /** Articles looked at: each is read. */
  private static final int MOST_ARTICLES = 150;

  private static final int MOST_STATEMENTS = 600;

  PlacesNamed {
    located = List.copyOf(located);
    others = List.copyOf(others);
  }

  /**
   * A place.
   *
   * @param names as texts have it, at least one
   * @param rivals other places of the name; none where the name is one place's
   * @param isChosen true where one of several was taken because its country is named too
   */
  record Located(
      List<String> names, Location at, int statements, List<Location> rivals, boolean isChosen) {
    Located {
      names = List.copyOf(names);
      rivals = List.copyOf(rivals);
    }

    /** What it is called for people: by its usual name, or as a text has it. */
    String name() {
      boolean usual =
          at.kind() == Location.Kind.COUNTRY
              || Spelling.folded(at.name()).equals(Spelling.folded(names.get(0)));
      return usual ? at.name() : names.get(0);
    }

    /** True where it may lie elsewhere. */
    boolean isDoubtful() {
      return !rivals.isEmpty() && !isChosen;
    }
  }

  /** A name that is in no gazetteer. */
  record Unlocated(String written, int statements) {}

  /** What is known of one name. */
  private static final class Mention {
    private final String written;
    private final List<String> names = new ArrayList<>();
    private final Set<String> statements = new HashSet<>();

    Mention(String written) {
      this.written = written;
    }
  }

  static PlacesNamed in(Found found, Shelf shelf) {
    Map<String, Mention> mentions = new LinkedHashMap<>();
    Map<ArticleId, Annotated> read = new LinkedHashMap<>();
    boolean all = found.statements() <= MOST_STATEMENTS;
    for (Found.Hit hit : found.statements(Found.Order.OUTLETS, 0, MOST_STATEMENTS)) {
      for (Witness witness : hit.witnesses()) {
        Annotated annotated = read.get(witness.article());
        if (annotated == null && read.size() < MOST_ARTICLES) {
          annotated = shelf.article(witness.article()).orElse(null);
          read.put(witness.article(), annotated);
        }
        if (annotated == null) {
          all = false;
        } else {
          collect(hit.statement().id(), witness, annotated, mentions);
        }
      }
    }
    return located(mentions, read.size(), all);
  }

  private static void collect(
      String statement, Witness witness, Annotated annotated, Map<String, Mention> mentions) {
    String text = annotated.article().text();
    Span sentences = Place.of(text, witness.span(), List.<Sought>of()).sentences();
    for (Name name : annotated.names()) {
      if (name.kind() == NameKind.PLACE && name.span().overlaps(sentences)) {
        String written = name.span().in(text).strip().replaceAll("\\s+", " ");
        String key = Spelling.folded(written);
        if (!key.isEmpty() && Sought.isWord(written)) {
          mentions.computeIfAbsent(key, k -> new Mention(written)).statements.add(statement);
        }
      }
    }
  }

  private static PlacesNamed located(Map<String, Mention> mentions, int articles, boolean all) {
    Gazetteer world = Gazetteer.ofTheWorld();
    Set<String> countries = new HashSet<>();
    for (Mention mention : mentions.values()) {
      world.named(mention.written).stream()
          .filter(place -> place.kind() == Location.Kind.COUNTRY)
          .forEach(country -> countries.add(country.name()));
    }
    // Two names of one place, "the U.S." and "America", are one.
    Map<Location, Mention> byPlace = new LinkedHashMap<>();
    Map<Location, List<Location>> rivals = new LinkedHashMap<>();
    List<Unlocated> others = new ArrayList<>();
    for (Mention mention : mentions.values()) {
      List<Location> named = world.named(mention.written);
      if (named.isEmpty()) {
        others.add(new Unlocated(mention.written, mention.statements.size()));
      } else {
        Location at = likeliest(named, countries);
        Mention here = byPlace.computeIfAbsent(at, a -> new Mention(mention.written));
        here.names.add(mention.written);
        here.statements.addAll(mention.statements);
        rivals.put(at, rivals(named, at));
      }
    }
    List<Located> located = new ArrayList<>();
    byPlace.forEach(
        (at, mention) ->
            located.add(
                new Located(
                    mention.names,
                    at,
                    mention.statements.size(),
                    rivals.get(at),
                    inNamedCountry(rivals.get(at), at, countries))));
    located.sort(comparing((Located l) -> -l.statements()).thenComparing(Located::name));
    others.sort(comparing((Unlocated u) -> -u.statements()).thenComparing(Unlocated::written));
    return new PlacesNamed(located, others, articles, all);
  }

  /** Towns that are called as a country are no rivals of it. */
  private static List<Location> rivals(List<Location> named, Location at) {
    boolean country = at.kind() == Location.Kind.COUNTRY;
    return named.stream()
        .filter(other -> !other.equals(at))
        .filter(other -> !country || other.kind() != Location.Kind.TOWN)
        .toList();
  }

  /** A country; else the one town in a country that is named too; else that with most people. */
  private static Location likeliest(List<Location> named, Set<String> countries) {
    if (named.get(0).kind() == Location.Kind.COUNTRY) {
      return named.get(0);
    }
    List<Location> inNamed =
        named.stream().filter(place -> countries.contains(place.country())).toList();
    return Optional.of(inNamed).filter(one -> one.size() == 1).orElse(named).get(0);
  }

  private static boolean inNamedCountry(List<Location> rivals, Location at, Set<String> countries) {
    return at.kind() != Location.Kind.COUNTRY
        && countries.contains(at.country())
        && rivals.stream().noneMatch(rival -> countries.contains(rival.country()));
  }
}
