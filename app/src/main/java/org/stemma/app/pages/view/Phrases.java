package org.stemma.app.pages.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.stemma.annotate.Annotator;
import org.stemma.check.CheckedName;
import org.stemma.check.Unchecked;
import org.stemma.check.Verdict;
import org.stemma.model.Act;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.Dating;
import org.stemma.model.Evidence;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Outcome;
import org.stemma.model.QuotationKind;
import org.stemma.model.Speaker;
import org.stemma.model.ZoneRole;

/** What things are called on the pages. */
final class Phrases {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  static final String NO_DATE = "no date";

  private Phrases() {}

  /** "1 article", "2 articles", "12,000 articles". */
  static String count(long n, String one) {
    return count(n, one, one + "s");
  }

  static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  static String number(long n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }

  /** "a", "a and b", "a, b and c". */
  static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    int last = items.size() - 1;
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** "a, b and c", "a, b and 7 more"; each once. */
  static String few(List<String> items) {
    List<String> once = items.stream().distinct().toList();
    return once.size() <= 3
        ? list(once)
        : once.get(0) + ", " + once.get(1) + " and " + number(once.size() - 2) + " more";
  }

  /** "4 May 2031", "4 May 2031, 10:15 UTC", "4 May 2031, 10:15 (+02:00)". */
  static String date(FoundDate date) {
    String value = date.value();
    String day = DAY.format(LocalDate.parse(value.substring(0, 10)));
    if (date.isDayOnly()) {
      return day;
    }
    String clock = value.substring(11, Math.min(16, value.length()));
    String zone = value.substring(Math.min(16, value.length())).replaceFirst("^:[0-9.]+", "");
    return day
        + ", "
        + clock
        + (zone.isEmpty() ? "" : zone.equals("Z") ? " UTC" : " (" + zone + ")");
  }

  /** A moment of this machine's, on its clock: "12 March 2031, 10:15". */
  static String time(Instant moment) {
    return TIME.format(moment.atZone(ZoneId.systemDefault()));
  }

  /** The day an article was published, or that there is none. */
  static String published(Article article) {
    return article.published().map(Phrases::date).orElse(NO_DATE);
  }

  static String origin(DateOrigin origin) {
    return switch (origin) {
      case BY_HAND -> "set by hand";
      case JSON_LD -> "from the page’s description of itself (JSON-LD)";
      case META -> "from the page’s head (meta tags)";
      case TIME -> "marked as a time in the page";
      case FEED -> "from the feed that leads to the page";
      case GIVEN -> "given with the page";
      case BYLINE -> "beside the byline";
      case DATELINE -> "from the dateline";
      case ADDRESS -> "from the address";
      case MASTHEAD -> "at the top of the page: perhaps the day the page was read";
      case ARCHIVE -> "when the archive took the page";
    };
  }

  /** What a date tells, with where it was read. */
  static String told(FoundDate date) {
    return (date.sense() == DateSense.UPDATED ? "of a change, " : "") + origin(date.origin());
  }

  static String reason(Dating.Reason reason) {
    return switch (reason) {
      case AGREED -> "taken because several places on the page agree";
      case MOST_BELIEVED -> "taken because its place is believed before the others";
      case MOST_PLACES -> "taken because most places on the page give this day";
      case ONLY_ONE -> "the only date of publication that was found";
      case NONE_FOUND -> "none was found on the page";
      case ONLY_READ -> "only the day on which the page may have been read is known";
      case ONLY_UPDATED -> "only the day of a change is known";
      case BY_HAND -> "somebody at this desk set it";
      case NOT_YET -> "every date lies after the page was read, which cannot be";
    };
  }

  /** The pages of one kind of outcome. */
  static String outcome(Outcome.Kind kind) {
    return switch (kind) {
      case ADDED -> "added";
      case KNOWN -> "known before";
      case STUB -> "only the start free to read";
      case SUMMARY -> "feed entry without its page";
      case CUT -> "cut short";
      case EMPTY -> "empty";
      case NOT_ARTICLE -> "no article";
      case UNSUPPORTED -> "of a kind that is not read";
      case TOO_LARGE -> "too large";
      case BROKEN -> "broken";
      case REFUSED -> "not fetched";
      case NO_PAGE -> "no page by its nature";
    };
  }

  /** What is missing of an article; empty where nothing is. */
  static String extent(Extent extent) {
    return switch (extent) {
      case WHOLE -> "";
      case STUB -> "Only the start of this article was free to read; the rest is not here.";
      case SUMMARY -> "This is what a feed says of an article; the article itself was not read.";
      case CUT -> "What was read ends before the page does; the rest is not here.";
    };
  }

  /** What is missing of an article, and what was not looked for in it; empty where nothing is. */
  static String missing(Article article) {
    String unread =
        Annotator.isRead(article.language())
            ? ""
            : "This article is not in English: only its quotations were found, by their marks, and"
                + " who speaks is left open.";
    return (extent(article.extent()) + " " + unread).strip();
  }

  /** Whom the outlet credits; empty where nobody. */
  static String via(List<String> credits) {
    return credits.isEmpty() ? "" : "via " + String.join(", citing ", credits);
  }

  static String act(Act act) {
    return switch (act) {
      case SAY -> "says";
      case ASSERT -> "asserts";
      case DENY -> "denies";
      case REJECT -> "rejects";
      case ACCUSE -> "accuses";
      case BLAME -> "blames";
      case DEMAND -> "demands";
      case PROMISE -> "promises";
      case THREATEN -> "threatens";
      case WARN -> "warns";
      case ADMIT -> "admits";
      case APOLOGISE -> "apologises";
      case PRAISE -> "praises";
      case SUPPORT -> "supports";
      case ASK -> "asks";
      case PREDICT -> "predicts";
      case REPORT -> "reports";
      case ESTIMATE -> "estimates";
      case BELIEVE -> "believes";
    };
  }

  static String kind(QuotationKind kind) {
    return switch (kind) {
      case DIRECT -> "quoted";
      case MIXED -> "partly quoted";
      case INDIRECT -> "reported";
    };
  }

  static String alteration(AlterationKind kind) {
    return switch (kind) {
      case NEGATED -> "a “not” lost or added";
      case NUMBER_CHANGED -> "a number changed";
      case NAME_CHANGED -> "a name changed";
      case MISATTRIBUTED -> "another speaker";
      case SPLICED -> "two statements joined";
      case SUBSTITUTED -> "words replaced";
      case INSERTED -> "words put in";
      case DROPPED -> "words left out inside, unmarked";
      case ELIDED -> "words left out, with an ellipsis";
      case BRACKETED -> "words in square brackets";
      case TRUNCATED -> "cut at the start or end";
      case FULLER -> "more words at the start or end";
      case RETRANSLATED -> "other words throughout";
      case PARAPHRASED -> "retold without quotation marks";
      case UNQUOTED -> "same words without quotation marks";
      case PUNCTUATION -> "only punctuation or capitals differ";
    };
  }

  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case VERBATIM -> "Verbatim";
      case ALTERED -> "Altered";
      case TRUNCATED -> "Truncated";
      case MISATTRIBUTED -> "Misattributed";
      case NOT_ON_RECORD -> "Not on record";
    };
  }

  /** What is not looked up, before the words themselves. */
  static String unchecked(Unchecked.Reason reason) {
    return switch (reason) {
      case SCARE_QUOTES -> "A word or two that nobody is said to speak, not looked up";
      case FRAGMENT -> "A word or two of a speaker, too short to look up";
      case TOO_MANY -> "Not looked up, because the draft has too many quotations";
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

  /** Who tells something that an article says. */
  static String teller(Speaker speaker) {
    return speaker instanceof Speaker.Unknown ? "in the outlet’s own words" : speaker.label();
  }

  static String role(ZoneRole role) {
    return switch (role) {
      case HEADLINE -> "headline";
      case SUBTITLE -> "subtitle";
      case BYLINE -> "byline";
      case DATELINE -> "dateline";
      case BODY -> "text";
      case PULL_QUOTE -> "words of the article repeated large";
      case CAPTION -> "caption";
      case CREDIT -> "credit";
      case TAGS -> "tags";
      case RELATED -> "related stories";
      case PROMOTION -> "promotion";
      case NAVIGATION -> "navigation";
      case LEGAL -> "legal lines";
      case BOILERPLATE -> "page furniture";
      case COMMENT -> "readers’ comments";
    };
  }

  static String evidence(Evidence evidence) {
    String detail = evidence.detail().strip();
    return switch (evidence.kind()) {
      case EARLIER -> "dated before it" + inBrackets(earlier(detail));
      case CONTAINED -> "what they share is most of it" + inBrackets(detail);
      case SHARED_ALTERATION -> "they share a change that others do not have";
      case CREDIT -> "named there as the source" + (detail.isEmpty() ? "" : ", “" + detail + "”");
      case HEADLINE -> "has the same headline";
      case AGENCY -> "is a news agency's" + inBrackets(detail);
      case FULLEST -> "has more of what is shared than any other" + inBrackets(detail);
    };
  }

  /** "97 % likely". */
  static String likely(double probability) {
    return Math.round(100 * probability) + " % likely";
  }

  private static String inBrackets(String detail) {
    return detail.isEmpty() ? "" : " (" + detail + ")";
  }

  /** "2031-05-04 < 2031-05-05" with dates for people; anything else as it is. */
  private static String earlier(String detail) {
    String[] dates = detail.split(" < ", -1);
    if (dates.length != 2) {
      return detail;
    }
    try {
      return date(new FoundDate(dates[0], DateOrigin.GIVEN))
          + " before "
          + date(new FoundDate(dates[1], DateOrigin.GIVEN));
    } catch (IllegalArgumentException e) {
      return detail;
    }
  }

  /** At most {@code length} code units, cut between words where one ends near, with a mark. */
  static String shortened(String text, int length) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= length) {
      return line;
    }
    int cut = line.lastIndexOf(' ', length);
    cut = cut < length / 2 ? length : cut;
    if (Character.isHighSurrogate(line.charAt(cut - 1))) {
      cut--;
    }
    return line.substring(0, cut) + " …";
  }
}
