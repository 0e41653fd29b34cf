package org.stemma.dispute;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.Span;
import org.stemma.text.CommonWords;
import org.stemma.text.Countries;
import org.stemma.text.Words;

/** One attribution of an article, with what is asked of it when quarrels are looked for. */
final class Voice {
  /** How it is found in the article. */
  enum Kind {
    OWN,
    /** Inside of what another says. */
    NESTED,
    /** Made of what another says of it; it is no statement on record. */
    RETOLD
  }

  private final Annotated article;
  private final Attribution attribution;
  private final Set<String> self;
  private final Set<String> own;
  private final Set<String> aimedAt;
  private final Span sentence;
  private final Kind kind;
  private final boolean tellsWrong;
  private final Map<String, String> keys = new HashMap<>();

  Voice(
      Annotated article,
      Attribution attribution,
      Parties parties,
      ArticleSentences sentences,
      Kind kind) {
    this.kind = kind;
    this.sentence = sentences.around(attribution.extent());
    this.article = article;
    this.attribution = attribution;
    this.self = parties.self(attribution);
    this.own = parties.own(attribution);
    this.aimedAt = parties.aimedAt(attribution);
    aimedAt.removeAll(self);
    this.tellsWrong =
        !aimedAt.isEmpty()
            && QuarrelWords.tellWrong(article.article().text(), attribution.content());
  }

  Annotated article() {
    return article;
  }

  Attribution attribution() {
    return attribution;
  }

  String text() {
    return article.article().text();
  }

  Span extent() {
    return attribution.extent();
  }

  /** The whole sentence, or sentences, in which it stands. */
  Span sentence() {
    return sentence;
  }

  boolean isNested() {
    return kind == Kind.NESTED;
  }

  boolean isRetold() {
    return kind == Kind.RETOLD;
  }

  /** Under which the speaker himself is known. */
  Set<String> self() {
    return self;
  }

  /** Under which the speaker and those he speaks for are known. */
  Set<String> own() {
    return own;
  }

  /** At whom it is aimed, or whom it names. */
  Set<String> aimedAt() {
    return aimedAt;
  }

  boolean accuses() {
    return attribution.act() == Act.ACCUSE || attribution.act() == Act.BLAME;
  }

  boolean denies() {
    return attribution.act() == Act.DENY;
  }

  /** True where it says, of somebody it names, that he does wrong. */
  boolean tellsWrong() {
    return tellsWrong;
  }

  boolean isAimedAt(Voice other) {
    return Parties.meet(aimedAt, other.own);
  }

  /** True where it names a target, and that is none of some parties. */
  boolean isAimedAtOther(Set<String> parties) {
    return !attribution.aim().target().isEmpty() && !Parties.meet(aimedAt, parties);
  }

  /** True where both are known to be one person or body, or nothing tells them apart. */
  boolean isOf(Voice other) {
    return attribution.speaker().equals(other.attribution.speaker())
        || Parties.meet(self, other.self);
  }

  /** What both speak of, apart from the parties: stems of words. */
  Set<String> topicsWith(Voice other) {
    Set<String> topics = new HashSet<>(stems());
    topics.retainAll(other.stems());
    topics.removeIf(stem -> isParty(stem) || other.isParty(stem));
    return topics;
  }

  private boolean isParty(String stem) {
    return self.contains(keys.get(stem)) || own.contains(keys.get(stem));
  }

  /** Of the words that tell something in what is said. */
  Set<String> stems() {
    if (keys.isEmpty()) {
      for (String word : Words.in(text(), attribution.content()).normals()) {
        if (!CommonWords.contains(word)
            && !QuarrelWords.isClaim(word)
            && !Character.isDigit(word.charAt(0))) {
          keys.put(CommonWords.stem(word), Countries.key(word));
        }
      }
    }
    return keys.keySet();
  }
}
