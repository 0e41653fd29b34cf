package org.stemma.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.dispute.Answers.Answer;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Entities;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * Makes disputes of answers. Answers are of one dispute where they share what is said, in whatever
 * article, and where the same two parties quarrel over one thing in one article or over one event.
 */
final class Quarrels {
  /** Two rounds of one quarrel stand near each other in an article, in UTF-16 code units. */
  private static final int NEAR = 750;

  /** Answers between the same parties that are compared with one another. */
  private static final int WINDOW = 50;

  private final Chronology chronology;
  private final Events events;
  private final Entities entities;
  private final Map<ArticleId, List<Statement>> byArticle = new HashMap<>();
  private final Map<Answer, Answer> joined = new HashMap<>();

  Quarrels(Chronology chronology, Events events, List<Statement> statements, Entities entities) {
    this.chronology = chronology;
    this.events = events;
    this.entities = entities;
    for (Statement statement : statements) {
      for (Witness witness : statement.witnesses()) {
        byArticle.computeIfAbsent(witness.article(), a -> new ArrayList<>()).add(statement);
      }
    }
  }

  List<Dispute> find() {
    List<Answer> answers = new ArrayList<>();
    for (Annotated annotated : chronology.inOrder()) {
      answers.addAll(new Answers(annotated, entities).find());
    }
    Map<String, List<Answer>> bySaying = new LinkedHashMap<>();
    Map<String, List<Answer>> byParties = new LinkedHashMap<>();
    for (Answer answer : answers) {
      for (Voice voice : List.of(answer.said(), answer.reply())) {
        bySaying.computeIfAbsent(saying(voice), k -> new ArrayList<>()).add(answer);
      }
      for (String parties : parties(answer)) {
        byParties.computeIfAbsent(parties, k -> new ArrayList<>()).add(answer);
      }
    }
    bySaying.values().forEach(same -> same.forEach(answer -> join(same.get(0), answer)));
    byParties.values().forEach(this::joinOneQuarrel);
    Map<Answer, List<Answer>> quarrels = new LinkedHashMap<>();
    for (Answer answer : answers) {
      quarrels.computeIfAbsent(Events.root(joined, answer), k -> new ArrayList<>()).add(answer);
    }
    return quarrels.values().stream().flatMap(quarrel -> dispute(quarrel).stream()).toList();
  }

  private void join(Answer one, Answer other) {
    Answer a = Events.root(joined, one);
    Answer b = Events.root(joined, other);
    if (a != b) {
      joined.put(b, a);
    }
  }

  private void joinOneQuarrel(List<Answer> answers) {
    for (int i = 0; i < answers.size(); i++) {
      for (int k = i + 1; k < answers.size() && k < i + WINDOW; k++) {
        if (areOneQuarrel(answers.get(i), answers.get(k))) {
          join(answers.get(i), answers.get(k));
        }
      }
    }
  }

  /** Of answers between the same parties, over one event. */
  private static boolean areOneQuarrel(Answer one, Answer other) {
    if (one.said().article() != other.said().article()) {
      return true;
    }
    int apart = Math.abs(one.reply().extent().start() - other.reply().extent().start());
    return apart <= NEAR || !one.said().topicsWith(other.said()).isEmpty();
  }

  /** Each party of the one side with each of the other, whoever began, and the event. */
  private Set<String> parties(Answer answer) {
    ArticleId event = events.of(answer.said().article().article().id());
    Set<String> pairs = new HashSet<>();
    for (String one : answer.said().own()) {
      for (String other : answer.reply().own()) {
        boolean inOrder = one.compareTo(other) <= 0;
        pairs.add(event.value() + " " + (inOrder ? one + " / " + other : other + " / " + one));
      }
    }
    return pairs;
  }

  private String saying(Voice voice) {
    return statement(voice)
        .map(Statement::id)
        .orElse(voice.article().article().id().value() + " " + voice.extent());
  }

  /** Empty where what answers and what is answered are one statement. */
  private Optional<Dispute> dispute(List<Answer> answers) {
    Map<Voice, Account.Side> sides = new LinkedHashMap<>();
    for (Answer answer : answers) {
      sides.putIfAbsent(answer.said(), said(answer.kind()));
      if (isDenial(answer.kind())) {
        sides.put(answer.reply(), Account.Side.DENIAL);
      } else {
        sides.putIfAbsent(answer.reply(), Account.Side.ACCUSATION);
      }
    }
    List<Account> accounts = new ArrayList<>();
    sides.forEach((voice, side) -> add(own(voice, side), accounts));
    sides.forEach((voice, side) -> elsewhere(voice, side).forEach(a -> add(a, accounts)));
    return accounts.size() < 2
        ? Optional.empty()
        : Optional.of(new Dispute(kind(answers), chronology.inOrder(accounts)));
  }

  private static Account.Side said(Dispute.Kind kind) {
    return switch (kind) {
      case ATTACKED_STATEMENT, DENIED_CLAIM -> Account.Side.STATEMENT;
      default -> Account.Side.ACCUSATION;
    };
  }

  private static boolean isDenial(Dispute.Kind kind) {
    return kind == Dispute.Kind.DENIAL || kind == Dispute.Kind.DENIED_CLAIM;
  }

  /** The one that comes first among the kinds. */
  private static Dispute.Kind kind(List<Answer> answers) {
    return answers.stream().map(Answer::kind).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Leaves out what the same speaker is known to say there already. */
  private static void add(Account account, List<Account> accounts) {
    boolean known =
        accounts.stream()
            .anyMatch(
                other ->
                    other.article().equals(account.article())
                        && other.span().overlaps(account.span())
                        && other.speaker().equals(account.speaker()));
    if (!known) {
      accounts.add(account);
    }
  }

  private static Account own(Voice voice, Account.Side side) {
    Attribution attribution = voice.attribution();
    return new Account(
        voice.article().article().id(),
        attribution.extent(),
        voice.sentence(),
        attribution.speaker(),
        Optional.of(attribution.act()),
        attribution.via(),
        side,
        Optional.empty());
  }

  /** What other articles, too, have of the statement. */
  private List<Account> elsewhere(Voice voice, Account.Side side) {
    List<Account> accounts = new ArrayList<>();
    ArticleId here = voice.article().article().id();
    for (Witness witness : statement(voice).map(Statement::witnesses).orElse(List.of())) {
      if (!witness.article().equals(here) && isOf(voice, witness)) {
        accounts.add(
            new Account(
                witness.article(),
                witness.span(),
                Passages.sentence(chronology.article(witness.article()).article(), witness.span()),
                witness.speaker(),
                Optional.of(witness.act()),
                witness.via(),
                side,
                Optional.empty()));
      }
    }
    return accounts;
  }

  /** Words of his that others put into another's mouth are no account of his. */
  private boolean isOf(Voice voice, Witness witness) {
    Speaker speaker = voice.attribution().speaker();
    return !(witness.speaker() instanceof Speaker.Named)
        || !(speaker instanceof Speaker.Named)
        || witness.speaker().equals(speaker)
        || entities
            .of(witness.article(), witness.speaker())
            .equals(entities.of(voice.article().article().id(), speaker));
  }

  /** The statement whose witness here covers most of what a voice says. */
  private Optional<Statement> statement(Voice voice) {
    if (voice.isRetold()) {
      return Optional.empty();
    }
    ArticleId here = voice.article().article().id();
    Statement best = null;
    int most = voice.extent().length() / 2;
    for (Statement statement : byArticle.getOrDefault(here, List.of())) {
      for (Witness witness : statement.witnesses()) {
        if (witness.article().equals(here)
            && witness.speaker().equals(voice.attribution().speaker())
            && witness.span().overlap(voice.extent()) > most) {
          most = witness.span().overlap(voice.extent());
          best = statement;
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
