package org.stemma.annotate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.stemma.annotate.Numerals.Numeral;
import org.stemma.model.Article;
import org.stemma.model.EventKind;
import org.stemma.model.Figure;
import org.stemma.model.Figure.Exactness;
import org.stemma.model.Figure.Unit;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.TimeMention;
import org.stemma.model.Zone;
import org.stemma.text.Sentences;
import org.stemma.text.Words;

/**
 * Finds the figures of a text: numbers that count or measure something. A number that tells neither
 * what it counts nor what happened is none: ages, hours, scores, labels. Looks a bounded number of
 * words to either side.
 */
final class Figures {
  /** Words between a number and what is counted: "62 soldiers of the guard dead". */
  private static final int BETWEEN = 6;

  /** Words of a counted phrase: "Castrel coastal regime guard soldiers". */
  private static final int LONGEST_PHRASE = 6;

  private static final Map<String, EventKind> EVENTS = new HashMap<>();

  /** Nouns that tell what happened to what they count: "23 deaths". */
  private static final Map<String, EventKind> COUNTED_EVENTS = new HashMap<>();

  /** Before a number without a noun of its own, these tell what it counts: "the toll is 17". */
  private static final Map<String, EventKind> TOLLS = new HashMap<>();

  static {
    put(
        EVENTS,
        EventKind.KILLED,
        "dead died dies die killed kill kills killing perished slain drowned drowning massacred"
            + " executed beheaded getötet tote toten gestorben starben murieron tués mort morts muertos fallecidos"
            + " погибли погибло погибших убиты");
    put(
        EVENTS,
        EventKind.INJURED,
        "injured injuring wounded wounding hurt hospitalised hospitalized verletzt verletzte"
            + " blessés heridos ранены пострадали");
    put(EVENTS, EventKind.MISSING, "missing unaccounted vermisst disparus desaparecidos");
    put(
        EVENTS,
        EventKind.DISPLACED,
        "displaced displacing homeless uprooted uprooting fled vertrieben déplacés desplazados");
    put(
        EVENTS,
        EventKind.ARRESTED,
        "arrested arresting detained detaining rounded jailed imprisoned festgenommen"
            + " arrêtés detenidos задержаны");
    put(EVENTS, EventKind.ABDUCTED, "abducted abducting kidnapped kidnapping hostage");
    put(EVENTS, EventKind.RESCUED, "rescued rescuing evacuated evacuating saved");
    put(EVENTS, EventKind.ATTENDED, "marched rallied attended protested demonstrated turned");
    put(
        COUNTED_EVENTS,
        EventKind.KILLED,
        "death deaths fatality fatalities body bodies corpse corpses dead");
    put(COUNTED_EVENTS, EventKind.INJURED, "injury injuries wounded injured");
    put(COUNTED_EVENTS, EventKind.MISSING, "missing");
    put(COUNTED_EVENTS, EventKind.ARRESTED, "arrest arrests detainee detainees");
    put(
        COUNTED_EVENTS,
        EventKind.ATTACKS,
        "attack attacks strike strikes airstrike airstrikes raid raids bombing bombings explosion"
            + " explosions shelling shellings sortie sorties assault assaults violation"
            + " violations");
    put(
        COUNTED_EVENTS,
        EventKind.ATTENDED,
        "protester protesters protestor protestors demonstrator demonstrators marcher marchers");
    put(COUNTED_EVENTS, EventKind.ABDUCTED, "hostage hostages abductee abductees");
    put(COUNTED_EVENTS, EventKind.RESCUED, "evacuee evacuees");
    put(COUNTED_EVENTS, EventKind.DISPLACED, "refugee refugees");
    put(TOLLS, EventKind.KILLED, "toll dead deaths fatalities killing killed");
    put(TOLLS, EventKind.INJURED, "injured wounded injuring wounding");
    put(TOLLS, EventKind.MISSING, "missing");
    put(TOLLS, EventKind.ARRESTED, "arrests");
    put(TOLLS, EventKind.ATTENDED, "crowd");
  }

  /** Words that end the thing counted. */
  private static final Set<String> ENDS =
      set(
          "a an the this that these those its his her their our my your for at in on to after"
              + " before when where while and but or as by from with into onto over under during"
              + " since until across around near through against between among because if than"
              + " who whom whose which what is are was were be been being has have had do does did"
              + " will would can could may might must shall should not no so far also already now"
              + " then still just only left took came went said says say saying told made got gave"
              + " saw held fell rose lost won lived worked stood ran found put set began became"
              + " remain remains remained including according out up down off back about above"
              + " below inside outside within without per each every all both either more less"
              + " most later earlier ago today yesterday tomorrow there here it they we he she you"
              + " i him them us me need needs want wants live work works took take takes make"
              + " makes come comes go goes get gets give gives claim claims show shows know"
              + " alone instead apart away along toward towards via despite amid like und oder die"
              + " der das in bei wurden sind haben et ou les dans ont sont sur à y o los las en"
              + " fueron han por и в на были при");

  private static final Set<String> AUXILIARIES =
      set(
          "was were is are has have had been be being reportedly who also already so far were"
              + " still left got get as now believed feared confirmed reported thought people wurden sind"
              + " ont été sont fueron han были to taken out of their homes forced flee from the"
              + " alive safely ashore either and or presumed lost lives");

  /** Before a number these lead from what is counted to it: "the toll rose to". */
  private static final Set<String> LEADS =
      set(
          "of is to at stands stood rose risen raised the number by as has have reached climbed"
              + " passed hit put was were now had exceeded topped surpassed numbered a in and's official"
              + " it figure rises over");

  private static final Set<String> GROWTH =
      set("more another other further additional extra fewer else weitere autres otros");

  private static final Set<String> LABELS =
      set(
          "article chapter page number room flight route channel section resolution no rule item"
              + " volume part episode season verse level phase day week amendment proposition"
              + " title grade floor gate pier version act window war highway interstate row line"
              + " super bowl year age aged ages sunday under section");

  /** The words that measure, in the singular. */
  private static final Set<String> MEASURES =
      set(
          "kilometre kilometer km mile metre meter foot feet inch centimetre tonne ton kilogram"
              + " kilo kg gram litre liter gallon barrel acre hectare degree second minute hour day"
              + " night week month year decade century yard pound ounce watt megawatt gigawatt knot mph kph"
              + " stunde tag woche monat jahr heure jour semaine mois an hora día mes año час день");

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("dollar", "USD"),
          Map.entry("euro", "EUR"),
          Map.entry("ruble", "RUB"),
          Map.entry("rouble", "RUB"),
          Map.entry("yen", "JPY"),
          Map.entry("yuan", "CNY"),
          Map.entry("hryvnia", "UAH"),
          Map.entry("rupee", "INR"),
          Map.entry("pound", "GBP"),
          Map.entry("peso", "MXN"),
          Map.entry("рублей", "RUB"),
          Map.entry("dólares", "USD"),
          Map.entry("dólare", "USD"));
  private static final Map<Character, String> SIGNS =
      Map.of(
          '$', "USD", '€', "EUR", '£', "GBP", '¥', "JPY", '₽', "RUB", '₴', "UAH", '₹', "INR", '₪',
          "ILS");
  private static final Map<String, String> DOLLARS =
      Map.of(
          "US", "USD", "A", "AUD", "AU", "AUD", "C", "CAD", "CA", "CAD", "NZ", "NZD", "HK", "HKD",
          "S", "SGD");
  private static final Set<String> CODES =
      set("usd eur gbp jpy chf rub uah cny inr aud cad sek nok dkk pln try");

  private static final Set<String> PERCENT = set("percent pc prozent процентов процента procent");
  private static final Set<String> FRACTION_OF = set("cent ciento");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("persons", "person"),
          Map.entry("lives", "person"),
          Map.entry("bodies", "person"),
          Map.entry("corpses", "person"),
          Map.entry("deaths", "person"),
          Map.entry("death", "person"),
          Map.entry("fatalities", "person"),
          Map.entry("dead", "person"),
          Map.entry("arrests", "person"),
          Map.entry("injuries", "person"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("children", "child"),
          Map.entry("kids", "child"),
          Map.entry("feet", "foot"),
          Map.entry("policemen", "policeman"),
          Map.entry("servicemen", "serviceman"),
          Map.entry("gunmen", "gunman"),
          Map.entry("fishermen", "fisherman"),
          Map.entry("firemen", "fireman"),
          Map.entry("congressmen", "congressman"),
          Map.entry("menschen", "person"),
          Map.entry("personen", "person"),
          Map.entry("personnes", "person"),
          Map.entry("personas", "person"),
          Map.entry("человек", "person"),
          Map.entry("людей", "person"),
          Map.entry("soldaten", "soldier"),
          Map.entry("soldats", "soldier"),
          Map.entry("soldados", "soldier"),
          Map.entry("солдат", "soldier"));
  private static final Set<String> COLLECTIVES =
      set("police species troops personnel crew staff cattle sheep aircraft militia");

  private enum Bound {
    ABOUT,
    LEAST,
    MOST,
    EXACT
  }

  private record Qualifier(String[] words, Bound bound) {}

  private static final List<Qualifier> BEFORE =
      List.of(
          qualifier("no fewer than", Bound.LEAST),
          qualifier("no less than", Bound.LEAST),
          qualifier("not less than", Bound.LEAST),
          qualifier("no more than", Bound.MOST),
          qualifier("not more than", Bound.MOST),
          qualifier("well over", Bound.LEAST),
          qualifier("more than", Bound.LEAST),
          qualifier("upwards of", Bound.LEAST),
          qualifier("in excess of", Bound.LEAST),
          qualifier("at least", Bound.LEAST),
          qualifier("a minimum of", Bound.LEAST),
          qualifier("a maximum of", Bound.MOST),
          qualifier("at most", Bound.MOST),
          qualifier("up to", Bound.MOST),
          qualifier("as many as", Bound.MOST),
          qualifier("fewer than", Bound.MOST),
          qualifier("less than", Bound.MOST),
          qualifier("close to", Bound.ABOUT),
          qualifier("an estimated", Bound.ABOUT),
          qualifier("estimated", Bound.ABOUT),
          qualifier("a total of", Bound.EXACT),
          qualifier("exactly", Bound.EXACT),
          qualifier("over", Bound.LEAST),
          qualifier("under", Bound.MOST),
          qualifier("some", Bound.ABOUT),
          qualifier("about", Bound.ABOUT),
          qualifier("around", Bound.ABOUT),
          qualifier("roughly", Bound.ABOUT),
          qualifier("approximately", Bound.ABOUT),
          qualifier("nearly", Bound.ABOUT),
          qualifier("almost", Bound.ABOUT),
          qualifier("mindestens", Bound.LEAST),
          qualifier("mehr als", Bound.LEAST),
          qualifier("rund", Bound.ABOUT),
          qualifier("etwa", Bound.ABOUT),
          qualifier("bis zu", Bound.MOST),
          qualifier("au moins", Bound.LEAST),
          qualifier("plus de", Bound.LEAST),
          qualifier("environ", Bound.ABOUT),
          qualifier("jusqu'à", Bound.MOST),
          qualifier("al menos", Bound.LEAST),
          qualifier("más de", Bound.LEAST),
          qualifier("unos", Bound.ABOUT),
          qualifier("unas", Bound.ABOUT),
          qualifier("hasta", Bound.MOST),
          qualifier("не менее", Bound.LEAST),
          qualifier("более", Bound.LEAST),
          qualifier("около", Bound.ABOUT),
          qualifier("до", Bound.MOST));

  /** Behind these stands the day of saying, not of what happened. */
  private static final Set<String> SAYING =
      set(
          "said says saying told announced announcing reported confirmed added stated declared"
              + " claimed warned estimated acknowledged admitted insisted tweeted wrote posted");

  /** Between such a verb and its day: to whom, where and how. */
  private static final Set<String> WHERE_SAID =
      set(
          "on late early in a an the at by statement interview news conference briefing press"
              + " reporters journalists television radio parliament telephone phone email letter"
              + " report first again also");

  /** How many words may stand between them. */
  private static final int SAID_BEFORE = 7;

  private static final Set<String> PLACE_BEFORE = set("in at near outside around inside");

  private final Article article;
  private final List<Name> names;
  private final List<TimeMention> times;
  private final String text;

  private Figures(Article article, List<Name> names, List<TimeMention> times) {
    this.article = article;
    this.names = names;
    this.times = times;
    text = article.text();
  }

  /**
   * The figures that the outlet's own words tell, in text order.
   *
   * @param names those of the article, in text order
   * @param times those of the article, in text order
   */
  static List<Figure> in(Article article, List<Name> names, List<TimeMention> times) {
    Figures figures = new Figures(article, names, times);
    List<Figure> found = new ArrayList<>();
    for (Zone zone : article.zones()) {
      if (zone.role().isArticle()) {
        for (Span sentence : Sentences.in(article.text(), zone.span())) {
          figures.new Sentence(sentence).find(found);
        }
      }
    }
    found.sort((a, b) -> a.span().compareTo(b.span()));
    return found;
  }

  /** What the words behind a number say. */
  private record Phrase(int first, int last, int head, EventKind event) {
    static final Phrase NONE = new Phrase(-1, -1, -1, EventKind.NONE);

    boolean isThere() {
      return head >= 0;
    }
  }

  /** So near behind what is counted stands the "each" that it is counted for, in words. */
  private static final int EACH = 5;

  private final class Sentence {
    private final Span range;
    private final Words words;
    private final Numerals numerals;
    private final List<TimeMention> told;

    /** Those of the times that do not tell when something was said. */
    private final List<TimeMention> happened;

    Sentence(Span range) {
      this.range = range;
      words = Words.in(text, range);
      numerals = new Numerals(text, words, article.language());
      told = between(times, range);
      happened = told.stream().filter(time -> !isOfSaying(time.span())).toList();
    }

    void find(List<Figure> found) {
      int i = 0;
      int free = 0;
      while (i < words.size()) {
        Optional<Numeral> numeral = numerals.at(i);
        if (numeral.isEmpty() || isTime(numeral.get().span())) {
          i++;
          continue;
        }
        int end = numeral.get().end();
        Optional<Numeral> other = rangeEnd(i, numeral.get());
        int last = other.map(Numeral::end).orElse(end);
        if (!isScore(i, numeral.get())) {
          figure(i, free, numeral.get(), other).ifPresent(found::add);
        } else {
          last = end + 2;
        }
        i = last;
        free = last;
      }
    }

    private boolean isTime(Span span) {
      return told.stream().anyMatch(time -> time.span().overlaps(span));
    }

    /** The second number of "20 to 30", "20-30", "five or six", "between 20 and 30". */
    private Optional<Numeral> rangeEnd(int i, Numeral one) {
      int next = one.end();
      if (next >= words.size()) {
        return Optional.empty();
      }
      int second = next;
      String gap = text.substring(words.end(next - 1), words.start(next)).strip();
      boolean dash = gap.equals("-") || gap.equals("\u2013") || gap.equals("\u2014");
      if (!dash) {
        String by = words.normal(next);
        boolean between =
            i > 0 && Set.of("between", "zwischen", "entre").contains(words.normal(i - 1));
        boolean joins =
            Set.of("to", "or", "bis", "oder", "à", "ou", "o", "a", "до", "или").contains(by)
                || (between && Set.of("and", "und", "et", "y").contains(by));
        if (!joins || !numerals.isJoined(next) || next + 1 >= words.size()) {
          return Optional.empty();
        }
        second = next + 1;
        if (!numerals.isJoined(second) && !gapIsSign(second)) {
          return Optional.empty();
        }
      }
      Optional<Numeral> two = numerals.at(second);
      if (two.isEmpty() || two.get().vague() || one.vague()) {
        return Optional.empty();
      }
      return low(one, two.get()).compareTo(two.get().value()) < 0 ? two : Optional.empty();
    }

    private boolean gapIsSign(int i) {
      String gap = text.substring(words.end(i - 1), words.start(i)).strip();
      return gap.length() == 1 && SIGNS.containsKey(gap.charAt(0));
    }

    /** In "three to four million" the first number is in millions too. */
    private BigDecimal low(Numeral one, Numeral two) {
      BigDecimal scaled = one.value().multiply(two.multiple());
      return one.multiple().equals(BigDecimal.ONE) && scaled.compareTo(two.value()) < 0
          ? Numerals.plain(scaled)
          : one.value();
    }

    /** "Won 20 to 3", "a 52-48 vote". */
    private boolean isScore(int i, Numeral one) {
      int next = one.end();
      if (!one.digits() || next >= words.size() || rangeEnd(i, one).isPresent()) {
        return false;
      }
      String gap = text.substring(words.end(next - 1), words.start(next));
      boolean dash = gap.equals("-") || gap.equals("\u2013");
      boolean to = words.normal(next).equals("to") && numerals.isJoined(next);
      int second = dash ? next : next + 1;
      return (dash || to)
          && second < words.size()
          && Character.isDigit(text.charAt(words.start(second)))
          && !(i > 0 && words.normal(i - 1).equals("from"));
    }

    private Optional<Figure> figure(int i, int free, Numeral one, Optional<Numeral> other) {
      int end = other.map(Numeral::end).orElse(one.end());
      int first = i;
      Bound bound = Bound.EXACT;
      if (i > free && other.isPresent() && isWord(i - 1, "between", "zwischen", "entre")) {
        first = i - 1;
      }
      Optional<String> currency = sign(words.start(i));
      for (Qualifier qualifier : BEFORE) {
        if (stands(qualifier, first, free, currency.isPresent())) {
          first -= qualifier.words.length;
          bound = qualifier.bound;
          break;
        }
      }
      int signAt = signStart(words.start(i));
      Span span = new Span(first < i ? words.start(first) : signAt, words.end(end - 1));
      if (first < i && words.normal(first).equals("over") && isWord(first - 1, "turned")) {
        return Optional.empty();
      }
      boolean part = first > free && GROWTH.contains(words.normal(first - 1));
      int next = end;
      if (next < words.size() && GROWTH.contains(words.normal(next)) && numerals.isJoined(next)) {
        part = true;
        next++;
      }
      Bound behind = behind(end);
      if (behind != null) {
        next = end + 2;
      }
      Unit unit = Unit.COUNT;
      String head = "";
      Phrase phrase = Phrase.NONE;
      if (isPercent(end)) {
        boolean points = isWord(percentEnd(end), "point", "points");
        // "$40 percent" is a slip of the pen, and one of the two signs: the word is no slip.
        currency = Optional.empty();
        unit = points ? Unit.PERCENTAGE_POINT : Unit.PERCENT;
        span = new Span(span.start(), percentSpanEnd(end));
        next = percentEnd(end) + (points ? 1 : 0);
        phrase = share(next);
        head = phrase.isThere() ? headOf(phrase) : "";
      } else if (currency.isPresent()) {
        unit = Unit.MONEY;
      } else if (next < words.size() && numerals.isJoined(next) && money(next).isPresent()) {
        currency = money(next);
        unit = Unit.MONEY;
        span = span.union(words.span(next));
      } else if (isLabelled(first, free, one, next)
          || isHyphened(end)
          || isWord(next, "third", "thirds", "quarter", "quarters", "fifths")) {
        return Optional.empty();
      } else {
        phrase = phrase(next, one);
        if (phrase.isThere() && MEASURES.contains(singular(words.normal(phrase.head())))) {
          unit = Unit.MEASURE;
          head = singular(words.normal(phrase.head()));
          phrase = new Phrase(phrase.first(), phrase.last(), phrase.head(), EventKind.NONE);
        } else {
          if (isWord(next, "of") && next + 1 < words.size()) {
            part |= isWord(next + 1, "them", "those", "these", "us", "the", "whom", "which");
            if (!phrase.isThere() && part) {
              EventKind happened = eventAfter(next + 2, next + 1);
              phrase = new Phrase(-1, -1, -1, happened);
            }
          }
          EventKind event = eventBefore(first, free, phrase.isThere());
          if (event == EventKind.NONE) {
            event = phrase.event();
          }
          if (event == EventKind.NONE
              && !phrase.isThere()
              && isWord(next, "were", "was", "are", "have", "had", "has")) {
            event = eventAfter(next, next);
          }
          phrase = new Phrase(phrase.first(), phrase.last(), phrase.head(), event);
          if (!phrase.isThere() && event == EventKind.NONE) {
            return Optional.empty();
          }
          head = headOf(phrase);
        }
      }
      if (isOneOnly(one, phrase) && unit == Unit.COUNT) {
        return Optional.empty();
      }
      if (behind == null && phrase.isThere()) {
        behind = behind(phrase.last() + 1);
      }
      if (behind != null) {
        bound = behind;
      }
      part |= isOfEach(phrase.isThere() ? phrase.last() + 1 : end);
      return Optional.of(build(span, one, other, bound, unit, currency, phrase, head, part));
    }

    /** "Two were killed at each site": all together are more. */
    private boolean isOfEach(int from) {
      for (int i = from + 1; i < Math.min(words.size(), from + EACH); i++) {
        if (isWord(i, "each", "every") && isWord(i - 1, "at", "in", "on", "from")) {
          return true;
        }
      }
      return isWord(from, "apiece", "each");
    }

    private boolean isOneOnly(Numeral one, Phrase phrase) {
      return one.value().equals(BigDecimal.ONE)
          && !one.digits()
          && (phrase.event() == EventKind.NONE || phrase.event() == EventKind.ATTACKS);
    }

    private Figure build(
        Span span,
        Numeral one,
        Optional<Numeral> other,
        Bound bound,
        Unit unit,
        Optional<String> currency,
        Phrase phrase,
        String head,
        boolean part) {
      BigDecimal low = other.map(two -> low(one, two)).orElse(one.value());
      BigDecimal high = other.map(Numeral::value).orElse(low);
      Exactness exactness =
          one.vague()
              ? Exactness.VAGUE
              : other.isPresent()
                  ? Exactness.RANGE
                  : switch (bound) {
                    case ABOUT -> Exactness.ABOUT;
                    case LEAST -> Exactness.AT_LEAST;
                    case MOST -> Exactness.AT_MOST;
                    case EXACT -> Exactness.EXACT;
                  };
      boolean open = exactness == Exactness.VAGUE || exactness == Exactness.AT_LEAST;
      Optional<Span> counted =
          phrase.isThere()
              ? Optional.of(words.span(phrase.first()).union(words.span(phrase.last())))
              : Optional.empty();
      return new Figure(
          span,
          exactness == Exactness.AT_MOST ? Optional.empty() : Optional.of(low),
          open ? Optional.empty() : Optional.of(high),
          exactness,
          unit,
          currency,
          counted,
          head,
          phrase.event(),
          part,
          place(span),
          time(span));
    }

    private boolean stands(Qualifier qualifier, int first, int free, boolean signed) {
      int from = first - qualifier.words.length;
      if (from < free) {
        return false;
      }
      for (int k = 0; k < qualifier.words.length; k++) {
        if (!words.normal(from + k).equals(qualifier.words[k])) {
          return false;
        }
        boolean last = k == qualifier.words.length - 1;
        if (!numerals.isJoined(from + k + 1) && !(last && signed)) {
          return false;
        }
      }
      return true;
    }

    /** "20 or more", "20 or so"; null where nothing of the kind stands there. */
    private Bound behind(int at) {
      if (isWord(at, "or")) {
        return isWord(at + 1, "more")
            ? Bound.LEAST
            : isWord(at + 1, "so")
                ? Bound.ABOUT
                : isWord(at + 1, "fewer", "less") ? Bound.MOST : null;
      }
      if (isWord(at, "at")) {
        return isWord(at + 1, "most") ? Bound.MOST : isWord(at + 1, "least") ? Bound.LEAST : null;
      }
      return null;
    }

    private boolean isWord(int i, String... any) {
      return i >= 0 && i < words.size() && List.of(any).contains(words.normal(i));
    }

    /** "Resolution 2254", "Article 5", a year that nothing follows. */
    private boolean isLabelled(int first, int free, Numeral one, int next) {
      if (!one.digits() && one.value().compareTo(BigDecimal.TEN) > 0) {
        return false;
      }
      boolean year =
          one.digits()
              && one.span().length() == 4
              && one.multiple().equals(BigDecimal.ONE)
              && one.value().intValue() >= 1900
              && one.value().intValue() < 2100;
      if (year && !phrase(next, one).isThere()) {
        return true;
      }
      if (first <= 0 || !numerals.isJoined(first) || first - 1 < free) {
        return false;
      }
      String before = words.normal(first - 1);
      if (LABELS.contains(before)) {
        return true;
      }
      boolean named = words.isCapitalised(first - 1) && first - 1 > 0;
      return named && one.digits() && !phrase(next, one).isThere();
    }

    /** "A 15-km zone", "a 30-year-old": a quality, nothing that is counted. */
    private boolean isHyphened(int end) {
      return end < words.size()
          && words.start(end) == words.end(end - 1) + 1
          && text.charAt(words.end(end - 1)) == '-'
          && Character.isLetter(text.charAt(words.start(end)));
    }

    private Phrase share(int next) {
      int from = next;
      if (!isWord(from, "of")) {
        return Phrase.NONE;
      }
      from++;
      if (isWord(from, "the", "all", "its", "their", "our")) {
        from++;
      }
      return phrase(from, null);
    }

    /** The counted words from {@code from} on, and what happened to them. */
    private Phrase phrase(int from, Numeral one) {
      return phrase(from, one, true);
    }

    private Phrase phrase(int from, Numeral one, boolean withFate) {
      int start = from;
      if (isWord(start, "of")
          && isWord(start + 1, "the", "those", "these", "its", "their", "our")) {
        start += 2;
      } else if (isWord(start, "of") && one != null && one.vague()) {
        start++;
      } else if (isWord(start, "of", "de")
          && one != null
          && !one.multiple().equals(BigDecimal.ONE)) {
        start++;
      }
      if (start >= words.size() || (start == from && !numerals.isJoined(start))) {
        return Phrase.NONE;
      }
      int last = start - 1;
      int plural = -1;
      EventKind adjective = EventKind.NONE;
      int stop = start;
      while (stop < words.size() && stop < start + LONGEST_PHRASE) {
        String word = words.normal(stop);
        if ((stop > start && !joinsPhrase(stop))
            || ENDS.contains(word)
            || (stop > start && word.equals("of"))
            || word.equals("of")
            || (stop > start && numerals.at(stop).isPresent())) {
          break;
        }
        boolean event = EVENTS.containsKey(word) && !COUNTED_EVENTS.containsKey(word);
        if (event && stop == start) {
          adjective = EVENTS.get(word);
        } else if (stop > start && EVENTS.containsKey(word)) {
          break;
        } else if (stop > start && isVerb(word) && plural >= 0) {
          break;
        } else if (word.endsWith("ly") && plural >= 0) {
          break;
        } else if (isPlural(word) && !event) {
          plural = stop;
        }
        last = stop;
        stop++;
      }
      boolean single = one != null && one.value().equals(BigDecimal.ONE);
      int head = plural >= 0 ? plural : single && last >= start ? last : -1;
      if (head < 0 && last == start && adjective == EventKind.NONE && isForeign()) {
        head = last;
      }
      if (head < 0 && EVENTS.containsKey(words.normal(start))) {
        return new Phrase(-1, -1, -1, EVENTS.get(words.normal(start)));
      }
      if (head < 0) {
        return Phrase.NONE;
      }
      EventKind event = COUNTED_EVENTS.getOrDefault(words.normal(head), EventKind.NONE);
      if (event == EventKind.NONE) {
        event = adjective;
      }
      if (withFate && (event == EventKind.NONE || event == EventKind.ATTENDED)) {
        EventKind after = eventAfter(head + 1, head);
        event = after == EventKind.NONE ? event : after;
      }
      return new Phrase(start, head, head, event);
    }

    private boolean isForeign() {
      return !article.language().equals("en") && !article.language().equals("und");
    }

    private boolean joinsPhrase(int i) {
      String gap = text.substring(words.end(i - 1), words.start(i)).strip();
      return gap.isEmpty() || gap.equals("-") || gap.equals("\u2011");
    }

    private EventKind eventAfter(int from, int head) {
      int of = 0;
      int i = from - 1;
      while (++i < Math.min(words.size(), from + BETWEEN)) {
        String word = words.normal(i);
        if (!numerals.isJoined(i) && i > from) {
          break;
        }
        EventKind event = EVENTS.get(word);
        if (event != null && isOwn(i, word)) {
          return event;
        }
        if (word.equals("in") || (i == from && !numerals.isJoined(i))) {
          break;
        }
        if (word.equals("of")) {
          of++;
        }
        if (word.equals("and") && i + 1 < words.size() && numerals.at(i + 1).isPresent()) {
          // "Five soldiers and two civilians were killed": one fate for both.
          i = Math.max(i, phrase(numerals.at(i + 1).get().end(), null, false).head());
          continue;
        }
        boolean inside = of > 0 || AUXILIARIES.contains(word) || word.endsWith("ly");
        if (!inside || numerals.at(i).isPresent()) {
          break;
        }
      }
      return EventKind.NONE;
    }

    /** "Lost their lives" is told by the noun; "killed two others" is not what befell these. */
    private boolean isOwn(int i, String word) {
      if (Set.of("kill", "kills", "killing", "injuring", "wounding", "displacing").contains(word)) {
        return false;
      }
      boolean active =
          Set.of(
                  "killed",
                  "injured",
                  "wounded",
                  "arrested",
                  "detained",
                  "rescued",
                  "saved",
                  "abducted",
                  "kidnapped",
                  "evacuated",
                  "displaced",
                  "hurt")
              .contains(word);
      if (!active || i + 1 >= words.size() || !numerals.isJoined(i + 1)) {
        return !word.equals("turned") || isWord(i + 1, "out");
      }
      boolean passive =
          isWord(i - 1, "were", "was", "been", "being", "are", "is", "be", "reportedly", "left");
      boolean object = numerals.at(i + 1).isPresent() || isWord(i + 1, "a", "the", "some", "more");
      return (passive || isEndOfVerb(i + 1)) && (passive || !object);
    }

    /** Behind a verb in the passive no object stands. */
    private boolean isEndOfVerb(int i) {
      return Set.of(
              "in",
              "on",
              "at",
              "by",
              "when",
              "as",
              "after",
              "during",
              "and",
              "or",
              "since",
              "near",
              "while",
              "this",
              "last",
              "so",
              "over",
              "from",
              "outside",
              "before",
              "every",
              "across",
              "overnight",
              "yesterday",
              "today",
              "with",
              "along",
              "because",
              "inside")
          .contains(words.normal(i));
    }

    private EventKind eventBefore(int first, int free, boolean counts) {
      int steps = 0;
      for (int i = first - 1; i >= Math.max(free, first - BETWEEN); i--) {
        if (i + 1 < words.size() && !numerals.isJoined(i + 1) && !(i + 1 == first && signFree(i))) {
          return EventKind.NONE;
        }
        String word = words.normal(i);
        if (counts) {
          EventKind event = EVENTS.get(word);
          boolean passive = isWord(i - 1, "were", "was", "been", "being", "are", "is");
          if (event != null
              && steps == 0
              && !passive
              && !word.equals("died")
              && !word.equals("dead")
              && !word.equals("missing")) {
            return event;
          }
          if (word.equals("claimed") && isWord(first + 1, "lives")) {
            return EventKind.KILLED;
          }
          if ((word.equals("left") || word.equals("leaving")) && steps == 0) {
            return leftBehind(first);
          }
          return taken(word);
        }
        EventKind toll = TOLLS.get(word);
        if (toll != null) {
          return toll;
        }
        if (!LEADS.contains(word)) {
          return EventKind.NONE;
        }
        steps++;
      }
      return EventKind.NONE;
    }

    private EventKind taken(String word) {
      return word.equals("injures") ? EventKind.INJURED : EventKind.NONE;
    }

    private boolean signFree(int i) {
      return sign(words.start(i + 1)).isPresent();
    }

    /** "Left some 62 soldiers of the guard dead". */
    private EventKind leftBehind(int first) {
      for (int i = first + 1; i < Math.min(words.size(), first + 3 * BETWEEN); i++) {
        EventKind event = EVENTS.get(words.normal(i));
        if (event != null) {
          return event;
        }
        if (!numerals.isJoined(i)) {
          break;
        }
      }
      return EventKind.NONE;
    }

    private String headOf(Phrase phrase) {
      String noun = phrase.isThere() ? singular(words.normal(phrase.head())) : "person";
      return switch (phrase.event()) {
        case NONE, ATTACKS, ATTENDED -> noun;
        default -> noun + " " + phrase.event().name().toLowerCase(Locale.ROOT);
      };
    }

    private Optional<String> sign(int start) {
      int at = start - 1;
      if (at >= range.start() && text.charAt(at) == ' ') {
        at--;
      }
      if (at >= range.start() && SIGNS.containsKey(text.charAt(at))) {
        int from = at;
        while (from > range.start()
            && at - from < 3
            && Character.isUpperCase(text.charAt(from - 1))) {
          from--;
        }
        String country = text.substring(from, at);
        return text.charAt(at) == '$' && DOLLARS.containsKey(country)
            ? Optional.of(DOLLARS.get(country))
            : Optional.of(SIGNS.get(text.charAt(at)));
      }
      int from = Math.max(range.start(), start - 4);
      String code = text.substring(from, Math.max(from, start)).strip();
      boolean upper = code.length() == 3 && code.chars().allMatch(Character::isUpperCase);
      return upper && CODES.contains(code.toLowerCase(Locale.ROOT))
          ? Optional.of(code)
          : Optional.empty();
    }

    private int signStart(int start) {
      if (sign(start).isEmpty()) {
        return start;
      }
      int at = start - 1;
      if (text.charAt(at) == ' ') {
        at--;
      }
      while (at > range.start() && Character.isUpperCase(text.charAt(at - 1))) {
        at--;
      }
      return at;
    }

    private Optional<String> money(int next) {
      String word = words.normal(next);
      if (next > 0 && isWord(next, "australian", "canadian") && isWord(next + 1, "dollars")) {
        return Optional.of(word.equals("australian") ? "AUD" : "CAD");
      }
      int end = words.end(next - 1);
      String gap = text.substring(end, words.start(next));
      for (char c : gap.toCharArray()) {
        if (SIGNS.containsKey(c)) {
          return Optional.of(SIGNS.get(c));
        }
      }
      if (word.equals("pounds") && isWord(next + 1, "of")) {
        return Optional.empty();
      }
      String code = words.raw(next);
      if (code.length() == 3
          && code.equals(code.toUpperCase(Locale.ROOT))
          && CODES.contains(word)) {
        return Optional.of(code);
      }
      String currency = CURRENCIES.get(word);
      return Optional.ofNullable(currency == null ? CURRENCIES.get(singular(word)) : currency);
    }

    private boolean isPercent(int end) {
      return percentSpanEnd(end) > 0;
    }

    private int percentSpanEnd(int end) {
      int at = words.end(end - 1);
      int sign = at < text.length() && isBlank(text.charAt(at)) ? at + 1 : at;
      if (sign < range.end() && text.charAt(sign) == '%') {
        return sign + 1;
      }
      if (end < words.size() && numerals.isJoined(end)) {
        if (PERCENT.contains(words.normal(end))) {
          return words.end(end);
        }
        boolean per = isWord(end, "per", "pour", "por");
        if (per && end + 1 < words.size() && FRACTION_OF.contains(words.normal(end + 1))) {
          return words.end(end + 1);
        }
        if (isWord(end, "percentage") && isWord(end + 1, "point", "points")) {
          return words.end(end + 1);
        }
      }
      return 0;
    }

    /** The word behind the sign for percent, which is no word, or the words. */
    private int percentEnd(int end) {
      int at = percentSpanEnd(end);
      int next = end;
      while (next < words.size() && words.end(next) <= at) {
        next++;
      }
      return isWord(next - 1, "points", "point") ? next - 1 : next;
    }

    private boolean isBlank(char c) {
      return c == ' ' || c == '\u00a0' || c == '\u202f';
    }

    /** The nearest name of a place behind one of the words that lead to a place. */
    private Optional<Span> place(Span figure) {
      Span best = null;
      for (Name name : betweenNames(range)) {
        boolean led = false;
        if (name.kind() == NameKind.PLACE) {
          int word = wordAt(name.span().start());
          for (int i = word - 1; i >= Math.max(0, word - 4) && !led; i--) {
            led = PLACE_BEFORE.contains(words.normal(i));
            if (!led && ENDS.contains(words.normal(i)) && !words.normal(i).equals("the")) {
              break;
            }
          }
        }
        if (led && (best == null || away(name.span(), figure) < away(best, figure))) {
          best = name.span();
        }
      }
      return Optional.ofNullable(best);
    }

    private int wordAt(int offset) {
      int low = 0;
      int high = words.size();
      while (low < high) {
        int middle = (low + high) / 2;
        if (words.start(middle) < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private Optional<TimeMention> time(Span figure) {
      TimeMention best = null;
      for (TimeMention time : happened) {
        if (best == null || away(time.span(), figure) < away(best.span(), figure)) {
          best = time;
        }
      }
      return Optional.ofNullable(best);
    }

    /** "Said on Tuesday", "told reporters in Osterby on Tuesday", "on Tuesday announced". */
    private boolean isOfSaying(Span time) {
      int first = wordAt(time.start());
      int next = wordAt(time.end());
      if (next < words.size() && numerals.isJoined(next) && SAYING.contains(words.normal(next))) {
        return true;
      }
      for (int i = first - 1; i >= Math.max(0, first - SAID_BEFORE); i--) {
        if (!numerals.isJoined(i + 1)) {
          return false;
        }
        if (SAYING.contains(words.normal(i))) {
          return !isOwner(time);
        }
        if (!WHERE_SAID.contains(words.normal(i)) && !words.isCapitalised(i)) {
          return false;
        }
      }
      return false;
    }

    /** "Tuesday's strike" */
    private boolean isOwner(Span time) {
      int at = time.end();
      boolean inside = time.in(text).endsWith("'s") || time.in(text).endsWith("\u2019s");
      return inside
          || (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '\u2019'));
    }
  }

  private static int away(Span one, Span other) {
    return one.start() < other.start()
        ? Math.max(0, other.start() - one.end())
        : Math.max(0, one.start() - other.end());
  }

  private List<Name> betweenNames(Span range) {
    int from = firstFrom(names.size(), i -> names.get(i).span().start(), range.start());
    int to = firstFrom(names.size(), i -> names.get(i).span().start(), range.end());
    return names.subList(from, to);
  }

  private static List<TimeMention> between(List<TimeMention> times, Span range) {
    int from = firstFrom(times.size(), i -> times.get(i).span().start(), range.start());
    int to = firstFrom(times.size(), i -> times.get(i).span().start(), range.end());
    return times.subList(from, to);
  }

  private static int firstFrom(int size, IntUnaryOperator start, int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) / 2;
      if (start.applyAsInt(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isVerb(String word) {
    return word.endsWith("ed") || word.endsWith("ing");
  }

  private static boolean isPlural(String word) {
    return (word.length() > 3
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("'s"))
        || IRREGULAR.containsKey(word)
        || COLLECTIVES.contains(word)
        || MEASURES.contains(word)
        || word.endsWith("men");
  }

  static String singular(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 4
        && (word.endsWith("ches")
            || word.endsWith("shes")
            || word.endsWith("sses")
            || word.endsWith("xes"))) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural && !COLLECTIVES.contains(word) ? word.substring(0, word.length() - 1) : word;
  }

  private static void put(Map<String, EventKind> map, EventKind kind, String words) {
    for (String word : words.split(" ", -1)) {
      map.put(word, kind);
    }
  }

  private static Qualifier qualifier(String words, Bound bound) {
    return new Qualifier(words.split(" ", -1), bound);
  }

  private static Set<String> set(String words) {
    return Set.copyOf(List.of(words.split(" ", -1)).stream().distinct().toList());
  }
}
