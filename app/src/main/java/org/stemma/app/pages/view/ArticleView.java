package org.stemma.app.pages.view;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Comment;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * An article as it was read, with what was found in it.
 *
 * @param headlineNotes who speaks in the headline
 * @param authors "Ana Ruiz and Tom Brel"; may be empty
 * @param missing what of the article is not here; may be empty
 * @param dating why the date of publication is taken to be that, or is not known
 * @param addressHref empty where the address is not one that a browser may follow
 * @param summary "9 attributions: 5 quoted, 1 partly quoted, 3 reported"
 * @param blocks in the order of the text
 */
public record ArticleView(
    String title,
    Content headline,
    List<Note> headlineNotes,
    String outlet,
    String outletHref,
    String byline,
    String authors,
    String credit,
    String missing,
    DateView published,
    String dating,
    List<DateView> dates,
    String address,
    String addressHref,
    String language,
    String length,
    String summary,
    String sharedWith,
    List<Block> blocks) {
  public ArticleView {
    headlineNotes = List.copyOf(headlineNotes);
    dates = List.copyOf(dates);
    blocks = List.copyOf(blocks);
  }

  /** Part of the text. */
  public sealed interface Block {}

  /**
   * A paragraph with its margin.
   *
   * @param role CSS class: the zone's role
   * @param notes who speaks here
   * @param shared in which other articles words of it stand
   */
  public record Paragraph(
      String id, String role, Content text, List<Note> notes, List<LinkView> shared)
      implements Block {
    public Paragraph {
      notes = List.copyOf(notes);
      shared = List.copyOf(shared);
    }
  }

  /**
   * Text that is no part of the article.
   *
   * @param summary "related stories and tags, 412 characters"
   * @param open true where the reader was sent into it
   */
  public record LeftOut(String summary, boolean open, List<Line> lines) implements Block {
    public LeftOut {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line that is no part of the article.
   *
   * @param who "Ada, 2 hours ago, to Tom" where a reader's comment begins, "navigation" where lines
   *     of another role do; else empty
   */
  public record Line(String who, Content text) {}

  /**
   * Who speaks.
   *
   * @param key the attribution's, as in the text
   * @param kind CSS class: direct, mixed, indirect
   * @param how "says, quoted"
   * @param via "via Northern Wire"; may be empty
   * @param href of the statement; may be empty
   * @param elsewhere "in 4 outlets: a number changed"; may be empty
   * @param change CSS classes of it
   */
  public record Note(
      String key,
      String speaker,
      String kind,
      String how,
      String via,
      String href,
      String elsewhere,
      String change,
      boolean grave) {}

  /**
   * @param sought the passage that the reader was sent to
   * @param outlets number of outlets that carry a statement
   * @param articles finds the articles that share something
   */
  public static ArticleView of(
      Annotated annotated,
      List<Statement> statements,
      List<Reuse> reuse,
      Optional<Span> sought,
      ToLongFunction<Statement> outlets,
      Function<ArticleId, Article> articles) {
    return new Making(annotated, statements, reuse, sought, outlets, articles).view();
  }

  /** A longer headline is shown as a paragraph. */
  private static final int LONGEST_HEADING = 300;

  /** Puts one view together. */
  private static final class Making {
    private final Article article;
    private final List<Attribution> attributions;
    private final List<Statement> statements;
    private final List<Reuse> reuse;
    private final Optional<Span> sought;
    private final Optional<Zone> heading;
    private final ToLongFunction<Statement> outlets;
    private final Function<ArticleId, Article> articles;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> openMarks = new ArrayList<>();
    private int nextMark;
    private int nextComment;
    private final TreeMap<Integer, List<Note>> notes = new TreeMap<>();
    private final List<Reuse> byPlace = new ArrayList<>();
    private final List<Reuse> openShared = new ArrayList<>();
    private int nextShared;

    Making(
        Annotated annotated,
        List<Statement> statements,
        List<Reuse> reuse,
        Optional<Span> sought,
        ToLongFunction<Statement> outlets,
        Function<ArticleId, Article> articles) {
      this.article = annotated.article();
      this.attributions = annotated.attributions();
      this.heading = heading(article);
      this.statements = statements;
      this.reuse = reuse;
      this.outlets = outlets;
      this.articles = articles;
      int length = article.text().length();
      this.sought = sought.filter(s -> s.end() <= length);
    }

    ArticleView view() {
      this.sought.ifPresent(s -> marks.add(new Mark(s, Layer.SOUGHT, "sought", "", "")));
      markAttributions();
      markPassages();
      marks.sort(Comparator.comparing(Mark::span));
      String address = article.address();
      return new ArticleView(
          ArticleLine.headline(article),
          heading(),
          heading.map(z -> notesIn(z.span())).orElse(List.of()),
          Links.outletName(article),
          article.outlet().map(Links::outlet).orElse(""),
          article.imprint().byline().orElse(""),
          Phrases.list(article.imprint().authors()),
          article.imprint().credit().orElse(""),
          Phrases.missing(article),
          DateView.published(article),
          Phrases.reason(article.dating().reason()),
          DateView.all(article),
          address,
          Links.outside(address),
          article.language().equals("und") ? "" : article.language(),
          Phrases.count(article.words(), "word"),
          summary(),
          sharedWith(),
          blocks());
    }

    private void markAttributions() {
      Map<Attribution, Witnessed> found = witnesses();
      Set<String> anchors = new HashSet<>();
      for (Attribution attribution : attributions) {
        Optional<Witnessed> witnessed = Optional.ofNullable(found.get(attribution));
        String key = Integer.toString(attribution.extent().start());
        String href = witnessed.map(w -> Links.statement(w.statement())).orElse("");
        Layer layer = Layer.valueOf(attribution.kind().name());
        int start =
            witnessed.map(w -> w.witness().span().start()).orElse(attribution.extent().start());
        String id = Links.attributionAnchor(start);
        id = anchors.add(id) ? id : "";
        for (Span piece : attribution.content()) {
          marks.add(new Mark(piece, layer, id, href, key));
          id = "";
        }
        attribution.source().forEach(s -> marks.add(Mark.plain(s, Layer.SOURCE)));
        attribution.cue().forEach(s -> marks.add(Mark.plain(s, Layer.CUE)));
        notes
            .computeIfAbsent(attribution.extent().start(), o -> new ArrayList<>())
            .add(note(key, attribution, witnessed));
      }
    }

    private record Witnessed(Statement statement, Witness witness) {}

    /**
     * The statement that each attribution belongs to: the one whose witness here covers it most.
     */
    private Map<Attribution, Witnessed> witnesses() {
      TreeMap<Integer, Witnessed> byStart = new TreeMap<>();
      for (Statement statement : statements) {
        for (Witness witness : statement.witnesses()) {
          if (witness.article().equals(article.id())) {
            byStart.putIfAbsent(witness.span().start(), new Witnessed(statement, witness));
          }
        }
      }
      Map<Attribution, Witnessed> found = new HashMap<>();
      for (Attribution attribution : attributions) {
        Span extent = attribution.extent();
        byStart.subMap(extent.start(), true, extent.end(), false).values().stream()
            .max(Comparator.comparingInt(w -> w.witness().span().overlap(extent)))
            .ifPresent(w -> found.put(attribution, w));
      }
      return found;
    }

    private Note note(String key, Attribution attribution, Optional<Witnessed> witnessed) {
      Optional<Statement> shared =
          witnessed.map(Witnessed::statement).filter(s -> s.witnesses().size() > 1);
      boolean grave =
          shared.isPresent()
              && shared.get().witnesses().stream().anyMatch(w -> Wording.isGrave(w.alterations()));
      return new Note(
          key,
          attribution.speaker().label(),
          Layer.valueOf(attribution.kind().name()).cssClass,
          Phrases.act(attribution.act()) + ", " + Phrases.kind(attribution.kind()),
          Phrases.via(attribution.via()),
          witnessed.map(w -> Links.statement(w.statement())).orElse(""),
          shared.map(s -> where(s) + ": " + gravest(s).label()).orElse(""),
          shared.map(s -> gravest(s).classes()).orElse(""),
          grave);
    }

    private String where(Statement statement) {
      long n = outlets.applyAsLong(statement);
      return n > 1
          ? "in " + Phrases.count(n, "outlet")
          : "in " + Phrases.count(statement.witnesses().size(), "article");
    }

    private ChangeView gravest(Statement statement) {
      return StatementLine.changes(statement).get(0);
    }

    private void markPassages() {
      byPlace.addAll(reuse);
      byPlace.sort(Comparator.comparing(this::here));
      int named = -1;
      for (Reuse shared : byPlace) {
        Span here = here(shared);
        String id = here.start() > named ? Links.passageAnchor(here.start()) : "";
        named = here.start();
        marks.add(new Mark(here, Layer.SHARED, id, "", ""));
      }
    }

    private String summary() {
      if (attributions.isEmpty()) {
        return "No attributions were found.";
      }
      TreeMap<org.stemma.model.QuotationKind, Integer> kinds = new TreeMap<>();
      attributions.forEach(a -> kinds.merge(a.kind(), 1, Integer::sum));
      List<String> parts = new ArrayList<>();
      kinds.forEach((kind, n) -> parts.add(n + " " + Phrases.kind(kind)));
      return Phrases.count(attributions.size(), "attribution") + ": " + Phrases.list(parts) + ".";
    }

    private String sharedWith() {
      TreeMap<String, Integer> names = new TreeMap<>();
      for (ArticleId other : new HashSet<>(reuse.stream().map(this::other).toList())) {
        names.merge(Links.outletName(articles.apply(other)), 1, Integer::sum);
      }
      return names.isEmpty()
          ? ""
          : "Shares words with " + Phrases.list(List.copyOf(names.keySet())) + ".";
    }

    private ArticleId other(Reuse shared) {
      return shared.a().equals(article.id()) ? shared.b() : shared.a();
    }

    /** The first headline is shown as the page's own. */
    private static Optional<Zone> heading(Article article) {
      return article.zones(ZoneRole.HEADLINE).stream()
          .limit(1)
          .filter(z -> z.span().length() <= LONGEST_HEADING)
          .findFirst();
    }

    private Content heading() {
      return heading
          .map(
              z -> {
                List<Mark> over = marks.stream().filter(m -> m.span().overlaps(z.span())).toList();
                return MarkedText.of(article.text(), z.span(), over);
              })
          .orElse(MarkedText.plain(ArticleLine.headline(article)));
    }

    private List<Block> blocks() {
      List<Block> blocks = new ArrayList<>();
      List<Zone> zones = article.zones();
      int i = 0;
      while (i < zones.size()) {
        Zone zone = zones.get(i);
        if (heading.isPresent() && heading.get().equals(zone)) {
          i++;
        } else if (isShown(zone.role())) {
          addParagraphs(zone, blocks);
          i++;
        } else {
          int from = i;
          while (i < zones.size() && goesOn(zone.role(), zones.get(i).role())) {
            i++;
          }
          blocks.add(leftOut(zones.subList(from, i)));
        }
      }
      return blocks;
    }

    /** What is left out in one place is one fold; what readers wrote is one of its own. */
    private static boolean goesOn(ZoneRole first, ZoneRole next) {
      return !isShown(next) && (first == ZoneRole.COMMENT) == (next == ZoneRole.COMMENT);
    }

    private static boolean isShown(ZoneRole role) {
      return role.isArticle()
          || role == ZoneRole.BYLINE
          || role == ZoneRole.DATELINE
          || role == ZoneRole.CREDIT;
    }

    private void addParagraphs(Zone zone, List<Block> blocks) {
      for (Span paragraph : lines(zone.span())) {
        blocks.add(
            new Paragraph(
                "p-" + paragraph.start(),
                zone.role().name().toLowerCase(java.util.Locale.ROOT),
                marked(paragraph),
                notesIn(paragraph),
                sharedIn(paragraph)));
      }
    }

    private List<Note> notesIn(Span range) {
      return notes.subMap(range.start(), range.end()).values().stream()
          .flatMap(List::stream)
          .toList();
    }

    private MarkedText marked(Span range) {
      return MarkedText.of(article.text(), range, overlapping(range));
    }

    /** Ranges are asked for in text order, so each mark comes once and goes once. */
    private List<Mark> overlapping(Span range) {
      while (nextMark < marks.size() && marks.get(nextMark).span().start() < range.end()) {
        openMarks.add(marks.get(nextMark++));
      }
      openMarks.removeIf(m -> m.span().end() <= range.start());
      return openMarks;
    }

    /**
     * The other articles, each once, at their passage. A passage can go over several paragraphs;
     * each names them. Paragraphs are asked for in text order.
     */
    private List<LinkView> sharedIn(Span paragraph) {
      while (nextShared < byPlace.size()
          && here(byPlace.get(nextShared)).start() < paragraph.end()) {
        openShared.add(byPlace.get(nextShared++));
      }
      openShared.removeIf(shared -> here(shared).end() <= paragraph.start());
      Map<ArticleId, LinkView> links = new TreeMap<>();
      for (Reuse shared : openShared) {
        ArticleId other = other(shared);
        Span there = shared.a().equals(article.id()) ? shared.bSpan() : shared.aSpan();
        links.putIfAbsent(
            other,
            new LinkView(
                Links.outletName(articles.apply(other)),
                Links.article(other) + "#" + Links.passageAnchor(there.start())));
      }
      return List.copyOf(links.values());
    }

    private Span here(Reuse shared) {
      return shared.a().equals(article.id()) ? shared.aSpan() : shared.bSpan();
    }

    private LeftOut leftOut(List<Zone> zones) {
      List<Line> lines = new ArrayList<>();
      EnumMap<ZoneRole, Integer> lengths = new EnumMap<>(ZoneRole.class);
      boolean several = zones.stream().map(Zone::role).distinct().count() > 1;
      Optional<ZoneRole> before = several ? Optional.empty() : Optional.of(zones.get(0).role());
      int comments = 0;
      boolean open = false;
      for (Zone zone : zones) {
        lengths.merge(zone.role(), zone.span().length(), Integer::sum);
        open |= sought.isPresent() && sought.get().overlaps(zone.span());
        for (Span line : lines(zone.span())) {
          Optional<Comment> comment = commentFrom(line);
          comments += comment.isPresent() ? 1 : 0;
          boolean same = before.filter(r -> r == zone.role()).isPresent();
          String role = same ? "" : Phrases.role(zone.role());
          lines.add(new Line(comment.map(Making::who).orElse(role), marked(line)));
          before = Optional.of(zone.role());
        }
      }
      int length = lengths.values().stream().mapToInt(Integer::intValue).sum();
      String summary =
          Phrases.list(lengths.keySet().stream().map(Phrases::role).toList())
              + (comments == 0 ? "" : ", " + Phrases.count(comments, "comment"))
              + ", "
              + Phrases.count(length, "character");
      return new LeftOut(summary, open, lines);
    }

    /** The comment that begins in a line. Lines are asked for in text order. */
    private Optional<Comment> commentFrom(Span line) {
      while (nextComment < article.comments().size()
          && article.comments().get(nextComment).span().start() < line.start()) {
        nextComment++;
      }
      return nextComment < article.comments().size()
              && article.comments().get(nextComment).span().start() < line.end()
          ? Optional.of(article.comments().get(nextComment++))
          : Optional.empty();
    }

    private static String who(Comment comment) {
      return comment.writer().orElse("a reader without a name")
          + comment.time().map(time -> ", " + time).orElse("")
          + comment.replyTo().map(name -> ", to " + name).orElse("");
    }

    /** Lines that hold something, without the white space around them. */
    private List<Span> lines(Span zone) {
      String text = article.text();
      List<Span> lines = new ArrayList<>();
      int start = zone.start();
      while (start < zone.end()) {
        int end = text.indexOf('\n', start);
        end = end < 0 || end > zone.end() ? zone.end() : end;
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
          from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
          to--;
        }
        if (from < to) {
          lines.add(new Span(from, to));
        }
        start = end + 1;
      }
      return lines;
    }
  }
}
