package org.stemma.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.KnownNames;
import org.stemma.model.Match;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;

/**
 * Ties articles by what they share. {@link #keys} and {@link #link} are called once for each
 * newcomer; {@link #reuse} and {@link #statements} read what was kept, and depend on nothing but
 * the set of articles that are held, whatever the order they came in. Thread-safe.
 */
public final class Linker {
  /** Keys that more articles have tell nothing, and following them would make adding slow. */
  static final int COMMON = 2000;

  /**
   * A paragraph that one outlet prints in so many weeks is its furniture: a masthead, a call to
   * subscribe, a standing line. A story is copied within days.
   */
  static final int FURNITURE_WEEKS = 3;

  /** So many articles are kept ready for comparison: a story's copies come near one another. */
  private static final int AT_HAND = (int) Math.max(2_000, Math.min(20_000, roomFor(64 << 10)));

  /** How many things of so many bytes have room in an eighth of the memory. */
  private static long roomFor(int bytes) {
    return Runtime.getRuntime().maxMemory() / 8 / bytes;
  }

  private final KnownStatements statements = new KnownStatements();
  private final KnownBearers bearers = new KnownBearers();

  private final Map<ArticleId, Wording> atHand =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, Wording> eldest) {
          return size() > AT_HAND;
        }
      };

  /** What the desk keeps of an article to find it again. */
  public Keys keys(Annotated article) {
    return wording(article).keys();
  }

  /**
   * Ties a newcomer to the articles that are held.
   *
   * @param keys of the newcomer, as {@link #keys} gave them
   * @param desk the articles that are held; the newcomer need not be among them
   */
  public Links link(Annotated newcomer, Keys keys, Neighbourhood desk) {
    Wording wording = wording(newcomer);
    List<Match> matches = new ArrayList<>();
    List<Kinship> kinships = new ArrayList<>();
    for (ArticleId id : candidates(wording, keys, desk)) {
      if (!id.equals(newcomer.article().id())) {
        Wording held = wording(desk.article(id));
        boolean newcomerFirst = newcomer.article().id().compareTo(id) < 0;
        Links links =
            new Comparison(newcomerFirst ? wording : held, newcomerFirst ? held : wording).links();
        matches.addAll(links.matches());
        kinships.addAll(links.kinships());
      }
    }
    return new Links(matches, kinships);
  }

  /**
   * The articles that share a key. Of furniture only what is quoted, here or there, is looked up:
   * its other keys stand everywhere, and what they would find is not shown.
   */
  private static Set<ArticleId> candidates(Wording wording, Keys keys, Neighbourhood desk) {
    LongStream.Builder followed = LongStream.builder();
    for (Keys.Paragraph paragraph : keys.paragraphs()) {
      boolean furniture = desk.recurrence(paragraph.hash()) >= FURNITURE_WEEKS;
      for (long key : paragraph.keys()) {
        if (!furniture || wording.isQuotedKey(key)) {
          followed.add(key);
        }
      }
      if (furniture) {
        int word = wording.firstWordFrom(paragraph.span().start());
        while (word < wording.size() && wording.words().end(word) <= paragraph.span().end()) {
          followed.add(Fingerprint.whereQuoted(wording.sequenceAt(word++)));
        }
      }
    }
    return desk.holders(followed.build().sorted().distinct().toArray(), COMMON);
  }

  /**
   * The passages that two articles share.
   *
   * @param matches all matches of one pair
   * @param desk the articles that are held, both of the pair among them
   */
  public List<Reuse> reuse(List<Match> matches, Neighbourhood desk) {
    return new CountedPassages(desk, id -> wording(desk.article(id))).of(matches);
  }

  /**
   * The statements of some articles: witnesses that kinship ties are of one statement; each other
   * attribution is a statement of its own; and then as people decided.
   *
   * @param articles all articles that the kinships name, and others
   * @param entities of these articles: one speaker under two names is not misattributed
   * @param decisions the whole log
   */
  public List<Statement> statements(
      Collection<Annotated> articles,
      List<Kinship> kinships,
      Entities entities,
      List<Decision> decisions) {
    return statements.of(articles, kinships, entities, new DecisionLog(decisions));
  }

  /** The same, where nobody decided anything. */
  public List<Statement> statements(
      Collection<Annotated> articles, List<Kinship> kinships, Entities entities) {
    return statements(articles, kinships, entities, List.of());
  }

  /**
   * Which names of some articles are of one person, body or place, as the articles themselves tell,
   * and as people decided.
   *
   * @param decisions the whole log
   */
  public Entities entities(
      Collection<Annotated> articles, KnownNames known, List<Decision> decisions) {
    return new EntityFinder(bearers.in(articles), known).entities(new DecisionLog(decisions));
  }

  private Wording wording(Annotated article) {
    ArticleId id = article.article().id();
    synchronized (atHand) {
      Wording known = atHand.get(id);
      if (known != null && known.annotated().equals(article)) {
        return known;
      }
    }
    Wording made = new Wording(article);
    synchronized (atHand) {
      atHand.put(id, made);
    }
    return made;
  }
}
