package org.stemma.app.pages.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.app.desk.Shelf;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.ArticleId;
import org.stemma.model.Witness;
import org.stemma.search.Found;
import org.stemma.search.Query;

/**
 * What was said of a topic, day by day: who said what, and who carried it first.
 *
 * @param wrong why the query makes no sense; no part where it does
 * @param days of this page, the earliest first; what has no date comes last
 */
public record TimelineView(
    String query,
    List<SearchView.Wrong> wrong,
    List<LinkView> clauses,
    String summary,
    DayBars bars,
    List<DayView> days,
    ListView<Integer> list,
    LinkView search) {
  public TimelineView {
    wrong = List.copyOf(wrong);
    clauses = List.copyOf(clauses);
    days = List.copyOf(days);
  }

  /** What was first carried on one day. */
  public record DayView(String date, String iso, List<EntryView> entries) {
    public DayView {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A statement.
   *
   * @param disputes that it takes part in
   */
  public record EntryView(StatementLine line, List<LinkView> disputes) {
    public EntryView {
      disputes = List.copyOf(disputes);
    }
  }

  /** The days of some statements, with the disputes that they are part of. */
  public static List<DayView> days(List<Found.Hit> hits, Shelf shelf) {
    Map<ArticleId, List<Part>> parts = parts(shelf.disputes());
    Map<Optional<LocalDate>, List<EntryView>> byDay = new LinkedHashMap<>();
    for (Found.Hit hit : hits) {
      StatementLine line =
          StatementLine.of(hit.statement(), shelf.outlets(hit.statement()), shelf::known);
      byDay
          .computeIfAbsent(hit.day(), day -> new ArrayList<>())
          .add(new EntryView(line, disputes(hit, parts, shelf)));
    }
    List<DayView> days = new ArrayList<>();
    byDay.forEach(
        (day, entries) ->
            days.add(
                new DayView(
                    day.map(d -> SearchView.period(d.toString())).orElse("No date"),
                    day.map(LocalDate::toString).orElse(""),
                    entries)));
    return days;
  }

  /** What a query makes no sense for. */
  public static TimelineView nothing(String typed, List<SearchView.Wrong> wrong) {
    return new TimelineView(
        typed,
        wrong,
        List.of(),
        "",
        DayBars.of(List.of(), new Query.Everything(), SearchView::address),
        List.of(),
        new ListView<>("0", List.of(), "", "", "", ""),
        new LinkView("", ""));
  }

  private record Part(Account account, Dispute dispute) {}

  private static Map<ArticleId, List<Part>> parts(List<Dispute> disputes) {
    Map<ArticleId, List<Part>> parts = new HashMap<>();
    for (Dispute dispute : disputes) {
      for (Account account : dispute.accounts()) {
        parts
            .computeIfAbsent(account.article(), a -> new ArrayList<>())
            .add(new Part(account, dispute));
      }
    }
    return parts;
  }

  private static List<LinkView> disputes(
      Found.Hit hit, Map<ArticleId, List<Part>> parts, Shelf shelf) {
    List<LinkView> disputes = new ArrayList<>();
    for (Witness witness : hit.statement().witnesses()) {
      for (Part part : parts.getOrDefault(witness.article(), List.of())) {
        if (part.account().span().overlaps(witness.span())) {
          Account other = other(part);
          LinkView link = DisputeView.link(part.dispute(), shelf::known, other::equals);
          if (!disputes.contains(link)) {
            disputes.add(link);
          }
        }
      }
    }
    return disputes;
  }

  /** The account that it stands against: the first that is not it. */
  private static Account other(Part part) {
    return part.dispute().accounts().stream()
        .filter(account -> !account.equals(part.account()))
        .findFirst()
        .orElse(part.account());
  }
}
