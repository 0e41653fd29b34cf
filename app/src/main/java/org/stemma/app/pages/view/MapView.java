package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stemma.app.desk.Shelf;
import org.stemma.place.Location;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.store.Sought;

/**
 * The places that are named where something was said of a topic.
 *
 * @param wrong why the query makes no sense; no part where it does
 * @param summary "12 places in 40 articles"; empty where nothing was asked
 * @param places those on the map, most statements first
 * @param others names that the gazetteer does not have
 */
public record MapView(
    String query,
    List<SearchView.Wrong> wrong,
    List<LinkView> clauses,
    String summary,
    WorldMap map,
    List<PlaceLine> places,
    List<SearchView.ValueView> others,
    LinkView search) {
  /** Rivals of an ambiguous place that are named. */
  private static final int RIVALS = 4;

  /** Names without a place that are listed. */
  private static final int OTHERS = 40;

  /** Longest name shown, in code units. */
  private static final int NAME = 60;

  public MapView {
    wrong = List.copyOf(wrong);
    clauses = List.copyOf(clauses);
    places = List.copyOf(places);
    others = List.copyOf(others);
  }

  /**
   * A place in words.
   *
   * @param where "in Norway"; empty for a country
   * @param doubt that it may lie elsewhere; may be empty
   */
  public record PlaceLine(
      String name, String where, String href, String count, boolean open, String doubt) {}

  /** A query that makes no sense. */
  public static MapView nothing(String typed, List<SearchView.Wrong> wrong) {
    return new MapView(
        typed,
        wrong,
        List.of(),
        "",
        new WorldMap(List.of()),
        List.of(),
        List.of(),
        new LinkView("", ""));
  }

  /** The places of what was found. */
  public static MapView of(String typed, Query query, Found found, Shelf shelf) {
    PlacesNamed named = PlacesNamed.in(found, shelf);
    List<WorldMap.Pin> pins = new ArrayList<>();
    List<PlaceLine> lines = new ArrayList<>();
    for (PlacesNamed.Located place : named.located()) {
      String name = Phrases.shortened(place.name(), NAME);
      String href = href(query, place.names());
      String count = Phrases.count(place.statements(), "statement");
      String where = place.at().kind() == Location.Kind.COUNTRY ? "" : "in " + place.at().country();
      pins.add(
          new WorldMap.Pin(
              place.at(),
              name,
              place.statements(),
              place.isDoubtful(),
              href,
              (name + " " + where).strip()
                  + ": "
                  + count
                  + (place.isDoubtful() ? "; other places have the name" : "")));
      lines.add(new PlaceLine(name, where, href, count, place.isDoubtful(), doubt(place)));
    }
    return new MapView(
        typed,
        List.of(),
        SearchView.clauses(query, other -> SearchView.address("/map", other)),
        summary(named),
        new WorldMap(pins),
        lines,
        named.others().stream()
            .limit(OTHERS)
            .map(
                other ->
                    new SearchView.ValueView(
                        Phrases.shortened(other.written(), NAME),
                        href(query, List.of(other.written())),
                        Phrases.count(other.statements(), "statement")))
            .toList(),
        new LinkView("as search results", SearchView.address(query).text()));
  }

  private static String summary(PlacesNamed named) {
    String articles = Phrases.count(named.articles(), "article");
    return Phrases.count(named.located().size(), "place")
        + " named where somebody speaks, in "
        + (named.allSeen() ? articles : "the first " + articles + " of what fits")
        + ".";
  }

  /** A search for any of the names. */
  private static String href(Query query, List<String> names) {
    List<Query> words = new ArrayList<>();
    names.forEach(name -> words.add(new Query.Words(new Sought(name, false))));
    Query any = words.size() == 1 ? words.get(0) : new Query.Or(words);
    return SearchView.address(query.with(any)).text();
  }

  private static String rival(Location rival) {
    return rival.kind() == Location.Kind.REGION
        ? "the state of the United States"
        : "in " + rival.country();
  }

  private static String doubt(PlacesNamed.Located place) {
    if (place.rivals().isEmpty()) {
      return "";
    }
    if (place.isChosen()) {
      return "one of several of the name; its country is named too";
    }
    List<Location> shown = place.rivals().subList(0, Math.min(RIVALS, place.rivals().size()));
    int more = place.rivals().size() - shown.size();
    return "or "
        + shown.stream().map(MapView::rival).distinct().collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
