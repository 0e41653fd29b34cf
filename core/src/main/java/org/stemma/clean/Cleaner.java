package org.stemma.clean;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Extent;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * Tells which characters of a page are the article and which are furniture, and reads headline,
 * byline, dateline, dates and language. The text of the article is the page's text as it was read,
 * all of it; each paragraph is a zone with a role. Thread-safe.
 */
public final class Cleaner {
  /** Hexadecimal digits of an id: 64 bits, enough to tell millions of articles apart. */
  private static final int ID_DIGITS = 16;

  /** The first paragraphs, one of which carries the dateline. */
  private static final int PARAGRAPHS_WITH_DATELINE = 3;

  /**
   * Cleans one page.
   *
   * @throws NotAnArticle when the page holds no article, with a reason for people
   */
  public Article clean(Page page) throws NotAnArticle {
    if (page.content() instanceof Page.Given given && !given.zones().isEmpty()) {
      return zoned(page, given);
    }
    return article(draft(page));
  }

  /**
   * All the text that a page shows, whatever it is for.
   *
   * @throws NotAnArticle when the page shows none
   */
  public String text(Page page) throws NotAnArticle {
    return draft(page).text();
  }

  private static Draft draft(Page page) throws NotAnArticle {
    if (page.content() instanceof Page.Given given) {
      return Draft.of(page, given);
    }
    if (page.content() instanceof Page.PlainText plain) {
      return Draft.of(page, plain);
    }
    return HtmlDraft.of(page, (Page.Html) page.content());
  }

  private static Article article(Draft draft) throws NotAnArticle {
    if (draft.blocks().isEmpty()) {
      throw new NotAnArticle(Outcome.Kind.EMPTY, "the page holds no text");
    }
    List<ZoneRole> roles = Roles.of(draft.text(), draft.blocks(), draft.imprint().headline());
    Optional<Dateline> dateline = dateline(draft, roles);
    List<Zone> zones = zones(draft, roles, dateline);
    PageKind.refuseWhatIsNoArticle(draft.text(), draft.blocks(), roles);
    return new Article(
        draft.id().orElseGet(() -> id(draft.address(), draft.text())),
        draft.address(),
        imprint(draft, roles, dateline),
        PageDates.of(draft, roles, dateline),
        extent(draft, roles),
        draft.language().orElseGet(() -> language(draft, zones)),
        draft.text(),
        zones,
        draft.comments().isEmpty()
            ? Comments.of(draft.text(), draft.blocks(), roles)
            : draft.comments());
  }

  private static Extent extent(Draft draft, List<ZoneRole> roles) {
    boolean cut =
        draft.extent() == Extent.WHOLE && Paywall.cuts(draft.blocks(), roles, draft.paid());
    return cut ? Extent.STUB : draft.extent();
  }

  /** What markup does not tell is read from the lines of the page. */
  private static Imprint imprint(Draft draft, List<ZoneRole> roles, Optional<Dateline> dateline) {
    return new Imprints(draft, roles, dateline).imprint();
  }

  /** An article that was cleaned before, and reads as it did then. */
  private static Article zoned(Page page, Page.Given given) throws NotAnArticle {
    try {
      return new Article(
          given.id().orElseGet(() -> id(page.address(), given.text())),
          page.address(),
          page.imprint().or(Imprint.of(Addresses.host(page.address()), Optional.empty())),
          page.dates(),
          page.extent(),
          given.language().orElse(Languages.UNKNOWN),
          given.text(),
          Gaps.filled(given.text(), given.zones()),
          given.comments());
    } catch (IllegalArgumentException e) {
      throw new NotAnArticle(Outcome.Kind.BROKEN, "its zones do not fit its text");
    }
  }

  private static Optional<Dateline> dateline(Draft draft, List<ZoneRole> roles) {
    int seen = 0;
    for (int i = 0; i < roles.size() && seen < PARAGRAPHS_WITH_DATELINE; i++) {
      if (roles.get(i) == ZoneRole.BODY) {
        Optional<Dateline> found = Dateline.of(draft.text(), draft.blocks().get(i).span());
        if (found.isPresent()) {
          return found;
        }
        seen++;
      }
    }
    return Optional.empty();
  }

  private static List<Zone> zones(Draft draft, List<ZoneRole> roles, Optional<Dateline> dateline) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      Span span = draft.blocks().get(i).span();
      if (dateline.isPresent() && span.contains(dateline.get().span())) {
        zones.add(new Zone(ZoneRole.DATELINE, dateline.get().span()));
        Blocks.trimmed(draft.text(), dateline.get().span().end(), span.end())
            .ifPresent(rest -> zones.add(new Zone(ZoneRole.BODY, rest)));
      } else {
        zones.add(new Zone(roles.get(i), span));
      }
    }
    return zones;
  }

  private static String language(Draft draft, List<Zone> zones) {
    StringBuilder body = new StringBuilder();
    for (Zone zone : zones) {
      if (zone.role().isArticle() && body.length() < Languages.LOOKED_AT) {
        int end = Math.min(zone.span().end(), zone.span().start() + Languages.LOOKED_AT);
        body.append(draft.text(), zone.span().start(), end).append('\n');
      }
    }
    String told = Languages.of(body.toString());
    return told.equals(Languages.UNKNOWN) ? declared(draft).orElse(told) : told;
  }

  private static Optional<String> declared(Draft draft) {
    return draft.declared().map(tag -> tag.split("-", 2)[0]);
  }

  private static ArticleId id(String address, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(address.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return new ArticleId(HexFormat.of().formatHex(hash).substring(0, ID_DIGITS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
