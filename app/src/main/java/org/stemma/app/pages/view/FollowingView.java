package org.stemma.app.pages.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.stemma.app.desk.Shelf;
import org.stemma.pipeline.Followed;
import org.stemma.pipeline.Following;
import org.stemma.pipeline.SavedSearch;

/**
 * What is followed, and what is new.
 *
 * @param longest most characters of a search that is followed
 */
public record FollowingView(List<PlaceLine> places, List<SearchLine> searches, int longest) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** New articles shown of one search. */
  private static final int SHOWN = 10;

  public FollowingView {
    places = List.copyOf(places);
    searches = List.copyOf(searches);
  }

  /**
   * A feed or a folder.
   *
   * @param href empty where no browser may follow it
   * @param trouble may be empty
   */
  public record PlaceLine(
      String place, String href, String looked, String brought, String trouble) {}

  /** A search with what it finds since somebody looked; {@code more} may be empty. */
  public record SearchLine(
      String words, String href, String told, List<ArticleLine> news, String more) {
    public SearchLine {
      news = List.copyOf(news);
    }
  }

  /** All that a desk follows. */
  public static FollowingView of(Shelf shelf) {
    Following following = shelf.following();
    return new FollowingView(
        following.places().stream().map(FollowingView::place).toList(),
        following.searches().stream().map(search -> search(search, shelf)).toList(),
        Following.LONGEST);
  }

  private static PlaceLine place(Followed followed) {
    return new PlaceLine(
        followed.place(),
        Links.outside(followed.place()),
        followed.looked().map(at -> "looked at on " + time(at)).orElse("not looked at since"),
        followed
            .brought()
            .map(
                at ->
                    "the last new: " + Phrases.count(followed.added(), "page") + ", on " + time(at))
            .orElse("brought nothing new yet"),
        followed.trouble().orElse(""));
  }

  private static SearchLine search(SavedSearch search, Shelf shelf) {
    int more = search.news().size() - SHOWN;
    return new SearchLine(
        search.words(),
        "/search?q=" + Links.encode(search.words()),
        (search.news().isEmpty()
                ? "Nothing new"
                : Phrases.count(search.news().size(), "new article"))
            + " since "
            + time(search.since())
            + ".",
        search.news().stream()
            .limit(SHOWN)
            .flatMap(id -> shelf.article(id).stream())
            .map(annotated -> ArticleLine.of(annotated.article()))
            .toList(),
        more > 0 ? Phrases.number(more) + " more" : "");
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
