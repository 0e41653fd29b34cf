package org.stemma.app.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stemma.check.CheckedName;
import org.stemma.check.Verdict;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.DateOrigin;
import org.stemma.model.Evidence;
import org.stemma.model.FoundDate;
import org.stemma.model.Outcome;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/** What things are called in a terminal. Straight quotation marks part our words from a page's. */
final class Phrases {
  /** A longer run of changed words is shortened in its middle. */
  private static final int LONGEST_CHANGE = 160;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Phrases() {}

  /** The outlet, or that the page names none. */
  static String outlet(Article article) {
    return article.outlet().orElse("(outlet not known)");
  }

  /** The day of publication, or that there is none. */
  static String published(Article article) {
    return article.published().map(Phrases::date).orElse("no date");
  }

  /** "4 May 2031", "4 May 2031, 10:15", "4 May 2031, 10:15+02:00". */
  static String date(FoundDate date) {
    String value = date.value();
    String day = DAY.format(LocalDate.parse(value.substring(0, 10)));
    if (date.isDayOnly()) {
      return day;
    }
    String time = value.substring(11);
    String zone = time.length() > 5 ? time.substring(5).replaceFirst("^:[0-9.]+", "") : "";
    return day + ", " + time.substring(0, 5) + (zone.equals("Z") ? " UTC" : zone);
  }

  /** Where the date was read; what else there is where none tells the day of publication. */
  static String dateOrigin(Article article) {
    Optional<FoundDate> published = article.published();
    if (published.isPresent()) {
      return origin(published.get().origin());
    }
    return article.dates().stream()
        .min(Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value))
        .map(date -> date(date) + ": " + origin(date.origin()))
        .orElse("no date");
  }

  /** The pages of one kind of outcome, before their number. */
  static String outcome(Outcome.Kind kind) {
    return switch (kind) {
      case ADDED -> "added";
      case KNOWN -> "known before";
      case STUB -> "only the start free to read";
      case SUMMARY -> "feed entries without their page";
      case CUT -> "cut short";
      case EMPTY -> "empty";
      case NOT_ARTICLE -> "not articles";
      case UNSUPPORTED -> "of a kind that is not read";
      case TOO_LARGE -> "too large";
      case BROKEN -> "broken";
      case REFUSED -> "not fetched";
      case NO_PAGE -> "records that hold no page";
    };
  }

  private static String origin(DateOrigin origin) {
    return switch (origin) {
      case BY_HAND -> "date set by hand";
      case JSON_LD, META, TIME -> "date in the page's markup";
      case FEED -> "date in the feed";
      case GIVEN -> "date given with the page by whoever collected it";
      case BYLINE -> "date beside the byline";
      case DATELINE -> "date in the dateline";
      case ADDRESS -> "date in the page's address";
      case ARCHIVE -> "only when the archive took it";
      case MASTHEAD -> "page header only, may be the day it was read";
    };
  }

  /** The verdict in words. */
  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case VERBATIM -> "verbatim";
      case ALTERED -> "altered";
      case TRUNCATED -> "truncated";
      case MISATTRIBUTED -> "misattributed";
      case NOT_ON_RECORD -> "not on record";
    };
  }

  /** What the record says of a name, before whom it has. */
  static String says(CheckedName.Kind kind) {
    return switch (kind) {
      case OTHER_SPELLING -> "is nearly the name of";
      case OTHER_FIRST_NAME -> "has the last name of";
      case UNKNOWN -> "is not on record";
    };
  }

  /** Why one article is taken to have the words from another. */
  static String evidence(Evidence evidence) {
    String reason =
        switch (evidence.kind()) {
          case EARLIER -> "the other is dated earlier";
          case CONTAINED -> "most of it stands in the other";
          case SHARED_ALTERATION -> "both have a change that others do not have";
          case CREDIT -> "it names the other as its source";
          case HEADLINE -> "both have the same headline";
          case AGENCY -> "the other is a news agency's";
          case FULLEST -> "the other has more of what is shared than any";
        };
    // Which change is named by places in the text, for programs.
    boolean plain = evidence.kind() == Evidence.Kind.SHARED_ALTERATION;
    return plain || evidence.detail().isBlank() ? reason : reason + " (" + evidence.detail() + ")";
  }

  /** False where all of the wording is concerned, or none of its words. */
  static boolean concernsWords(AlterationKind kind) {
    return switch (kind) {
      case RETRANSLATED, PARAPHRASED, UNQUOTED, PUNCTUATION, MISATTRIBUTED -> false;
      default -> true;
    };
  }

  /**
   * One change with its words.
   *
   * @param base the text that {@code inBase} points into
   * @param speaker of the wording compared with
   * @param other the text that {@code inWitness} points into
   */
  private static String change(Alteration alteration, String base, Speaker speaker, String other) {
    Optional<String> before = alteration.inBase().map(span -> quoted(span, base));
    Optional<String> after = alteration.inWitness().map(span -> quoted(span, other));
    return switch (alteration.kind()) {
      case RETRANSLATED -> "other words throughout, as another translation gives";
      case PARAPHRASED -> "retold in the outlet's own words, without quotation marks";
      case UNQUOTED -> "the same words, without quotation marks";
      case PUNCTUATION -> "only punctuation or capitals";
      case MISATTRIBUTED -> anotherSpeaker(speaker);
      case SPLICED -> "two statements joined as one" + words(": ", before, after);
      case NEGATED -> words("", before, after);
      case NUMBER_CHANGED -> "number " + words("", before, after);
      case NAME_CHANGED -> "name " + words("", before, after);
      case SUBSTITUTED, INSERTED, DROPPED -> words("", before, after);
      case ELIDED -> "left out, and shown as left out" + before.map(": "::concat).orElse("");
      case BRACKETED -> words("in an editor's brackets: ", before, after);
      case TRUNCATED -> "cut: " + before.orElse("the start or the end");
      case FULLER -> "fuller: " + after.orElse("more at the start or the end");
    };
  }

  private static String words(String lead, Optional<String> before, Optional<String> after) {
    if (before.isPresent() && after.isPresent()) {
      return lead + before.get() + " -> " + after.get();
    }
    return before
        .map(lost -> lead + "lost: " + lost)
        .or(() -> after.map(added -> lead + "added: " + added))
        .orElse(lead + "changed");
  }

  private static String quoted(Span span, String text) {
    String words = Words.plain(span.in(text));
    if (words.length() > LONGEST_CHANGE) {
      int half = LONGEST_CHANGE / 2;
      words =
          Words.plain(words.substring(0, half))
              + " ... "
              + Words.plain(words.substring(words.length() - half));
    }
    return "\"" + words + "\"";
  }

  /** Who says it in the wording compared with. */
  static String anotherSpeaker(Speaker speaker) {
    return "another speaker than \"" + speaker.label() + "\"";
  }

  /** All changes, gravest first; the same one twice is told once. */
  static List<String> changes(
      List<Alteration> alterations, String base, Speaker speaker, String other) {
    return alterations.stream().map(a -> change(a, base, speaker, other)).distinct().toList();
  }
}
