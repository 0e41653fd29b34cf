package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Article;
import org.stemma.model.DateSense;
import org.stemma.model.FoundDate;

/**
 * A date for people.
 *
 * @param text "4 May 2031", or "no date"
 * @param iso for machines; empty where there is no date
 * @param origin where it was read, in words; empty where there is no date
 * @param doubtful true where it may be the day the page was read
 */
public record DateView(String text, String iso, String origin, boolean doubtful) {
  /** The day of publication, or that it is not known. */
  static DateView published(Article article) {
    Optional<FoundDate> date = article.published();
    return date.map(DateView::of).orElse(new DateView(Phrases.NO_DATE, "", "", false));
  }

  /** Every date of an article, the most believed first. */
  static List<DateView> all(Article article) {
    List<FoundDate> dates = new ArrayList<>(article.dates());
    dates.sort(Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value));
    return dates.stream().map(DateView::of).toList();
  }

  private static DateView of(FoundDate date) {
    return new DateView(
        Phrases.date(date), date.value(), Phrases.told(date), date.sense() != DateSense.PUBLISHED);
  }
}
