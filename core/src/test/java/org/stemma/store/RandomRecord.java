package org.stemma.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Comment;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.EventKind;
import org.stemma.model.Extent;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Outcome;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.TimeMention;
import org.stemma.model.Vector;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** Articles and ties that nobody wrote, hard on a store, and the same for the same seed. */
final class RandomRecord {
  private static final String[] WORDS = {
    "harbour", "ferry", "minister", "closed", "vote", "the", "of", "Zürich", "naïve", "don’t", "7",
    "1,200", "река", "東京", "\ud83d\ude00", "\ud800", "\0", "\n\n", "“", "'", "%", "NULL"
  };
  private static final String[] IDS = {"a", "b", "z", "\uffee", "\ud83d\ude00", "\udc00", "É", "_"};

  private final Random random;
  private final List<Annotated> held = new ArrayList<>();

  RandomRecord(long seed) {
    random = new Random(seed);
  }

  /** One more article, tied to some that came before. */
  Entry entry() {
    Annotated annotated = annotated();
    List<Match> matches = new ArrayList<>();
    List<Kinship> kinships = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0 && !held.isEmpty(); i--) {
      Annotated other = held.get(random.nextInt(held.size()));
      matches.add(match(annotated.article(), other.article()));
      kinships.add(kinship(annotated.article(), other.article()));
    }
    held.add(annotated);
    return new Entry(annotated, keys(annotated.article()), matches, kinships);
  }

  Outcome outcome() {
    Outcome.Kind kind = pick(Outcome.Kind.values());
    return new Outcome("pages/" + random.nextInt(99), maybe(words(1)), kind, words(3));
  }

  /** Few enough that articles share them. */
  long key() {
    return random.nextInt(12) * 0x9e3779b97f4a7c15L;
  }

  String words(int most) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      words.append(pick(WORDS)).append(' ');
    }
    return words.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private Annotated annotated() {
    String text = "x" + words(40);
    ArticleId id = new ArticleId(pick(IDS) + pick(IDS) + held.size());
    List<FoundDate> dates =
        random.nextBoolean()
            ? List.of(
                new FoundDate(
                    "2031-05-04T10:15:00+02:00",
                    pick(DateOrigin.values()),
                    pick(DateSense.values())))
            : List.of();
    Article article =
        new Article(
            id,
            "https://example.invalid/" + words(1).strip(),
            new Imprint(
                maybe(pick("The Quay", "Le Môle", "\ud800", "")),
                maybe(words(5)),
                maybe(words(2)),
                random.nextBoolean() ? List.of() : List.of(words(2), "\ud800"),
                maybe(words(2)),
                maybe(words(1))),
            dates,
            pick(Extent.values()),
            pick("en", "und"),
            text,
            List.of(new Zone(pick(ZoneRole.values()), span(text))),
            random.nextBoolean()
                ? List.of()
                : List.of(
                    new Comment(span(text), maybe(words(1)), maybe(words(1)), maybe(words(2)))));
    List<Attribution> attributions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      attributions.add(attribution(text));
    }
    return new Annotated(article, attributions, names(text), figures(text), times(text));
  }

  private List<Figure> figures(String text) {
    List<Figure> figures = new ArrayList<>();
    for (TimeMention time : times(text)) {
      boolean money = random.nextBoolean();
      boolean open = random.nextBoolean();
      BigDecimal low = pick(new BigDecimal("0.10"), new BigDecimal("12345678901234567890"));
      figures.add(
          new Figure(
              time.span(),
              Optional.of(low),
              open ? Optional.empty() : Optional.of(low.add(BigDecimal.ONE)),
              pick(Figure.Exactness.values()),
              money ? Figure.Unit.MONEY : Figure.Unit.COUNT,
              money ? Optional.of("EUR") : Optional.empty(),
              open ? Optional.of(time.span()) : Optional.empty(),
              pick("", "soldier \ud800 killed"),
              pick(EventKind.values()),
              random.nextBoolean(),
              open ? Optional.empty() : Optional.of(time.span()),
              open ? Optional.of(time) : Optional.empty()));
    }
    return figures;
  }

  private List<TimeMention> times(String text) {
    List<TimeMention> times = new ArrayList<>();
    for (Name name : names(text)) {
      Optional<LocalDate> day =
          random.nextBoolean() ? Optional.of(LocalDate.of(2031, 3, 12)) : Optional.empty();
      times.add(
          new TimeMention(
              name.span(), day, day.map(d -> d.plusDays(2)), pick(TimeMention.Basis.values())));
    }
    return times;
  }

  private List<Name> names(String text) {
    List<Name> names = new ArrayList<>();
    for (int start = random.nextInt(20); start < text.length(); start += 1 + random.nextInt(20)) {
      int end = Math.min(text.length(), start + 1 + random.nextInt(9));
      names.add(new Name(new Span(start, end), pick(NameKind.values())));
      start = end;
    }
    return names;
  }

  private Vector vector() {
    byte[] values = new byte[pick(0, 1, 5, 64)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (random.nextInt(255) - 127);
    }
    return Vector.of(values);
  }

  private Attribution attribution(String text) {
    Speaker speaker =
        pick(
            new Speaker.Named("Ada \ud800 Quill"),
            new Speaker.Named(" Orsolya"),
            new Speaker.Unnamed(""),
            new Speaker.Unnamed("two divers"),
            new Speaker.Unknown());
    return new Attribution(
        random.nextBoolean() ? List.of(span(text)) : List.of(),
        random.nextBoolean() ? List.of(span(text)) : List.of(),
        List.of(span(text)),
        pick(QuotationKind.values()),
        speaker,
        pick(List.<String>of(), List.of(words(1)), List.of(words(1), words(1))),
        pick(Act.values()),
        random.nextDouble(),
        vector(),
        pick(
            Aim.NONE,
            new Aim(List.of(span(text)), speaker, List.of()),
            new Aim(List.of(span(text)), new Speaker.Unknown(), List.of(span(text)))),
        random.nextDouble(),
        maybe(words(2)),
        List.of());
  }

  private Keys keys(Article article) {
    List<Keys.Paragraph> paragraphs = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Set<Long> keys = new HashSet<>();
      for (int j = random.nextInt(6); j > 0; j--) {
        keys.add(key());
      }
      paragraphs.add(new Keys.Paragraph(span(article.text()), key(), List.copyOf(keys)));
    }
    return new Keys(paragraphs);
  }

  private Match match(Article one, Article two) {
    Article a = one.id().compareTo(two.id()) < 0 ? one : two;
    Article b = a == one ? two : one;
    return new Match(
        a.id(), span(a.text()), key(), b.id(), span(b.text()), key(), List.of(key(), -1L, key()));
  }

  private Kinship kinship(Article one, Article two) {
    Article a = one.id().compareTo(two.id()) < 0 ? one : two;
    Article b = a == one ? two : one;
    return new Kinship(
        a.id(),
        span(a.text()),
        b.id(),
        span(b.text()),
        pick(Kinship.Basis.values()),
        random.nextDouble());
  }

  private Span span(String text) {
    int start = random.nextInt(text.length());
    return new Span(start, start + 1 + random.nextInt(text.length() - start));
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
