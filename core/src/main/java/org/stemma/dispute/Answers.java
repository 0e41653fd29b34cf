package org.stemma.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.Entities;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Vector;
import org.stemma.text.Paragraphs;
import org.stemma.text.Words;

/**
 * Finds who answers whom in one article: a denial what it denies, an accusation the accusation it
 * returns, an attack on a statement that statement. Both must stand near each other, and each must
 * be by another party. In doubt there is no answer.
 */
final class Answers {
  /** An answer stands near what it answers: some four paragraphs of news, in UTF-16 code units. */
  private static final int NEAR = 1_500;

  /** What only points back, or is returned, stands nearer: some two paragraphs. */
  private static final int NEXT = 750;

  /** Below it, an attribution is as likely none. */
  private static final double SURE = 0.5;

  /** How far behind "criticism from" its origin may be named, in UTF-16 code units. */
  private static final int ORIGIN = 50;

  /** An attack on a statement names it first, in UTF-16 code units. */
  private static final int OPENING = 40;

  /** A statement that is attacked without being told again stands just before. */
  private static final int JUST_BEFORE = 600;

  /** Less is a name or a thing, no statement; in UTF-16 code units. */
  private static final int SHORTEST = 25;

  /** Telling words that two contents must share to be of one thing, where nobody is named. */
  private static final int ONE_THING = 2;

  /** Telling words that two contents of one party must share to be said twice. */
  private static final int SAID_TWICE = 3;

  /** One telling word in so many is shared by what is said twice. */
  private static final int SHARE = 5;

  private static final String NAME =
      "(?<name>(?:\\p{Lu}[\\p{L}\\p{N}.\\-]* )*\\p{Lu}[\\p{L}\\p{N}.\\-]*)";

  /** "Lund's first accusation", "American criticism". */
  private static final Pattern ACCUSER =
      Pattern.compile(
          "\\b" + NAME + "(?:(?<owns>['\u2019]s?) (?:\\p{Ll}+ ){0,2}?| )" + QuarrelWords.CLAIM);

  /** "attacks from", "a claim made by" */
  private static final Pattern CAME_FROM =
      Pattern.compile(
          "\\b" + QuarrelWords.CLAIM + " (?:made |leveled |levelled )?(?:by|from) (?=\\S)");

  /** "Lund's recent remarks" */
  private static final Pattern STATEMENT =
      Pattern.compile("\\b" + NAME + "['\u2019]s? (?:\\p{Ll}+ ){0,2}?" + QuarrelWords.STATEMENT);

  private static final Set<Act> SPOKEN =
      Set.of(
          Act.SAY,
          Act.ASSERT,
          Act.WARN,
          Act.ACCUSE,
          Act.BLAME,
          Act.THREATEN,
          Act.PREDICT,
          Act.DEMAND,
          Act.PROMISE);

  private static final Set<Act> TELLING =
      Set.of(Act.SAY, Act.ASSERT, Act.WARN, Act.ACCUSE, Act.BLAME, Act.DENY, Act.REPORT);

  /**
   * @param reply what answers {@code said}, or says the same as another reply to it
   */
  record Answer(Voice said, Voice reply, Dispute.Kind kind) {}

  private final Annotated annotated;
  private final String text;
  private final Parties parties;
  private final ArticleSentences sentences;
  private final List<Voice> voices = new ArrayList<>();
  private final List<Span> paragraphs;
  private final List<Answer> found = new ArrayList<>();

  Answers(Annotated annotated, Entities entities) {
    this.annotated = annotated;
    this.text = annotated.article().text();
    this.parties = new Parties(annotated, entities);
    this.sentences = new ArticleSentences(annotated.article());
    this.paragraphs = Paragraphs.in(text, new Span(0, text.length()));
    for (Attribution attribution : annotated.attributions()) {
      add(attribution, Voice.Kind.OWN);
      attribution.nested().forEach(inner -> add(inner, Voice.Kind.NESTED));
    }
    voices.sort(Comparator.comparing(voice -> voice.extent().start()));
  }

  private void add(Attribution attribution, Voice.Kind kind) {
    if (attribution.confidence() >= SURE) {
      voices.add(new Voice(annotated, attribution, parties, sentences, kind));
    }
  }

  /** All answers, in text order of the reply. */
  List<Answer> find() {
    for (int i = 0; i < voices.size(); i++) {
      Voice voice = voices.get(i);
      if (voice.denies()) {
        denied(i);
      } else if (!replied(i)) {
        returned(i);
      }
      attacked(i);
      pretext(voice);
    }
    pointed();
    repeated();
    return found;
  }

  // Denials

  private void denied(int at) {
    Voice denial = voices.get(at);
    if (!QuarrelWords.deny(words(denial.attribution().cue()))) {
      return;
    }
    Optional<Voice> accusation =
        accusationIn(denial).or(() -> nearest(at, said -> answers(said, denial)));
    if (accusation.isPresent()) {
      found.add(new Answer(accusation.get(), denial, Dispute.Kind.DENIAL));
    } else {
      nearest(at, said -> contests(denial, said))
          .ifPresent(claim -> found.add(new Answer(claim, denial, kind(claim, denial))));
    }
  }

  /** What tells a wrong of who denies it is an accusation, by whatever verb it is told. */
  private static Dispute.Kind kind(Voice claim, Voice denial) {
    boolean accuses = claim.accuses() || (claim.tellsWrong() && claim.isAimedAt(denial));
    return accuses ? Dispute.Kind.DENIAL : Dispute.Kind.DENIED_CLAIM;
  }

  private String words(List<Span> spans) {
    return spans.stream().map(span -> span.in(text)).collect(Collectors.joining(" "));
  }

  private static boolean answers(Voice accusation, Voice denial) {
    if (!accusation.accuses() || accusation.isOf(denial)) {
      return false;
    }
    boolean accused = accusation.isAimedAt(denial);
    if (QuarrelWords.pointBack(denial.text(), denial.attribution().content())) {
      int behind = denial.extent().start() - accusation.extent().start();
      return accused && behind > 0 && behind <= NEXT;
    }
    int shared = accusation.topicsWith(denial).size();
    return accused
        ? shared >= 1 || accusation.sentence().overlaps(denial.extent())
        : shared >= ONE_THING;
  }

  /** Denies what another says without accusing anybody. */
  private static boolean contests(Voice denial, Voice claim) {
    Act act = claim.attribution().act();
    if (claim.isOf(denial)
        || claim.extent().overlaps(denial.extent())
        || !SPOKEN.contains(act) && act != Act.REPORT) {
      return false;
    }
    int behind = denial.extent().start() - claim.extent().start();
    if (QuarrelWords.pointBack(denial.text(), denial.attribution().content())) {
      return behind > 0 && behind <= JUST_BEFORE && claim.isAimedAt(denial);
    }
    int shared = claim.topicsWith(denial).size();
    return Math.abs(behind) <= NEXT && shared >= ONE_THING && shared * 2 >= denial.stems().size();
  }

  /** Answers an accusation, with other words than those of denial. */
  private boolean replied(int at) {
    Voice reply = voices.get(at);
    if (!SPOKEN.contains(reply.attribution().act()) || reply.isNested()) {
      return false;
    }
    List<Span> content = reply.attribution().content();
    boolean callsFalse = QuarrelWords.callFalse(text, content);
    Optional<Voice> inside = callsFalse ? accusationIn(reply) : Optional.empty();
    boolean hitsBack = QuarrelWords.hitBack(words(reply.attribution().cue()));
    Optional<Voice> said =
        inside.isPresent()
            ? inside
            : before(
                at,
                accusation ->
                    accusation.accuses()
                        && distance(accusation, reply) <= NEXT
                        && accusation.isAimedAt(reply)
                        && !accusation.isOf(reply)
                        && (callsFalse && isClear(accusation, reply)
                            || hitsBack
                            || isNegatedBy(accusation, reply)));
    said.ifPresent(accusation -> found.add(new Answer(accusation, reply, Dispute.Kind.DENIAL)));
    return said.isPresent();
  }

  /** What nobody is known to say is answered only by who speaks of the same. */
  private static boolean isClear(Voice accusation, Voice reply) {
    return !(accusation.attribution().speaker() instanceof Speaker.Unknown)
        || !accusation.topicsWith(reply).isEmpty();
  }

  private boolean isNegatedBy(Voice accusation, Voice reply) {
    Set<String> shared = accusation.topicsWith(reply);
    return shared.size() >= ONE_THING
        && QuarrelWords.negate(text, reply.attribution().content(), shared);
  }

  /** "rejected Lund's accusation that": the denial itself tells who accuses. */
  private Optional<Voice> accusationIn(Voice denial) {
    Span content = denial.attribution().content().get(0);
    return accuser(content)
        .filter(name -> !Parties.meet(parties.named(List.of(name)), denial.own()))
        .map(name -> accusation(name, new Span(name.start(), content.end())));
  }

  private Optional<Span> accuser(Span content) {
    Matcher owner = ACCUSER.matcher(content.in(text));
    while (owner.find()) {
      Span name = name(content, owner);
      if (owner.group("owns") != null || parties.isActor(name)) {
        return Optional.of(name);
      }
    }
    Matcher origin = CAME_FROM.matcher(content.in(text));
    if (!origin.find()) {
      return Optional.empty();
    }
    int start = content.start() + origin.end();
    return parties.firstActor(new Span(start, Math.min(content.end(), start + ORIGIN)));
  }

  private static Span name(Span content, Matcher matcher) {
    return new Span(content.start() + matcher.start("name"), content.start() + matcher.end("name"));
  }

  private Voice accusation(Span accuser, Span content) {
    return made(accuser, content, Act.ACCUSE, List.of());
  }

  private Voice made(Span source, Span content, Act act, List<String> via) {
    Attribution attribution =
        new Attribution(
            List.of(source),
            List.of(),
            List.of(content),
            QuotationKind.INDIRECT,
            speaker(source),
            via,
            act,
            1,
            Vector.NONE,
            Aim.NONE,
            1,
            Optional.empty(),
            List.of());
    return new Voice(annotated, attribution, parties, sentences, Voice.Kind.RETOLD);
  }

  /** Whom the article means by a name; an adjective stays what it is. */
  private Speaker speaker(Span name) {
    Set<String> keys = parties.named(List.of(name));
    Optional<Span> actor = parties.firstActor(name);
    String words = actor.orElse(name).in(text);
    for (Voice voice : voices) {
      Speaker speaker = voice.attribution().speaker();
      if (Parties.meet(voice.self(), keys) && speaker.label().contains(words)) {
        return speaker;
      }
    }
    return actor.isPresent() ? new Speaker.Named(words) : new Speaker.Unnamed(words);
  }

  // Accusations that are returned

  private void returned(int at) {
    Voice reply = voices.get(at);
    if (!reply.accuses() && !reply.tellsWrong()) {
      return;
    }
    nearest(
            at,
            said ->
                said.extent().start() < reply.extent().start()
                    && distance(said, reply) <= NEXT
                    && (said.accuses() || reply.accuses())
                    && (said.accuses() || said.tellsWrong())
                    && !said.isOf(reply)
                    && said.isAimedAt(reply)
                    && reply.isAimedAt(said)
                    && isReturn(said, reply))
        .ifPresent(said -> found.add(new Answer(said, reply, Dispute.Kind.COUNTER_ACCUSATION)));
  }

  private static boolean isReturn(Voice said, Voice reply) {
    Span sentence = reply.sentence();
    return said.accuses() && reply.accuses()
        || sentence.overlaps(said.extent())
        || QuarrelWords.answer(sentence.in(reply.text()))
        || said.topicsWith(reply).size() >= 1;
  }

  // Attacks on what somebody said

  private void attacked(int at) {
    Voice attack = voices.get(at);
    Act act = attack.attribution().act();
    boolean says = act == Act.SAY || act == Act.ASSERT || act == Act.REPORT;
    if (!attack.accuses() && !says) {
      return;
    }
    Span content = attack.attribution().content().get(0);
    Matcher matcher = STATEMENT.matcher(content.in(text));
    if (!matcher.find() || matcher.start() > OPENING) {
      return;
    }
    String behind = content.in(text).substring(matcher.end());
    if (!attack.accuses() && !QuarrelWords.tellWrong(behind)) {
      return;
    }
    Span owner = name(content, matcher);
    Set<String> speaker = parties.named(List.of(owner));
    if (attack.isAimedAtOther(speaker)) {
      return;
    }
    attackedBefore(at, speaker)
        .or(
            () ->
                Optional.of(made(owner, new Span(owner.start(), content.end()), Act.SAY, List.of()))
                    .filter(said -> QuarrelWords.tellAgain(behind)))
        .filter(said -> !said.isOf(attack))
        .ifPresent(said -> found.add(new Answer(said, attack, Dispute.Kind.ATTACKED_STATEMENT)));
  }

  /** The nearest thing that somebody said before he was attacked for saying it. */
  private Optional<Voice> attackedBefore(int at, Set<String> owner) {
    Voice attack = voices.get(at);
    boolean[] nearest = {true};
    return before(
        at,
        voice -> {
          if (!SPOKEN.contains(voice.attribution().act())
              || voice.extent().length() < SHORTEST
              || !Parties.meet(voice.self(), owner)) {
            return false;
          }
          boolean next = nearest[0] && distance(voice, attack) <= JUST_BEFORE;
          nearest[0] = false;
          return next || !voice.topicsWith(attack).isEmpty();
        });
  }

  /** "We cannot take those statements for anything but a threat": what others attack, too. */
  private void pointed() {
    List<Answer> attacks =
        found.stream().filter(a -> a.kind() == Dispute.Kind.ATTACKED_STATEMENT).toList();
    for (Voice voice : voices) {
      if (QuarrelWords.pointToStatement(text, voice.attribution().content())) {
        attacks.stream()
            .filter(attack -> attack.reply() != voice && !attack.said().isOf(voice))
            .filter(attack -> attack.said().extent().start() < voice.extent().start())
            .filter(attack -> distance(attack.reply(), voice) <= NEXT)
            .findFirst()
            .ifPresent(attack -> found.add(new Answer(attack.said(), voice, attack.kind())));
      }
    }
  }

  // Answers that the accuser tells himself

  private void pretext(Voice said) {
    for (Span content : said.attribution().content()) {
      Optional<Span> reasons = QuarrelWords.pretext(text, content);
      if (reasons.isPresent()) {
        accusedBefore(said, content, reasons.get().start())
            .map(
                name ->
                    made(
                        name,
                        reasons.get(),
                        Act.SAY,
                        List.of(said.attribution().speaker().label())))
            .filter(reply -> !reply.isOf(said))
            .ifPresent(reply -> found.add(new Answer(said, reply, Dispute.Kind.DENIAL)));
      }
    }
  }

  /** The first who is named in a content, and is not the speaker. */
  private Optional<Span> accusedBefore(Voice said, Span content, int end) {
    Words words = Words.in(text, new Span(content.start(), end));
    for (int i = 0; i < words.size(); i++) {
      Set<String> keys = parties.named(List.of(words.span(i)));
      if (!keys.isEmpty() && !Parties.meet(keys, said.own())) {
        return Optional.of(words.span(i));
      }
    }
    return Optional.empty();
  }

  // What one side says twice

  private void repeated() {
    Set<Voice> known = new HashSet<>();
    for (Answer answer : found) {
      known.add(answer.said());
      known.add(answer.reply());
    }
    for (Answer answer : List.copyOf(found)) {
      for (Voice voice : voices) {
        if (known.contains(voice)
            || voice.extent().overlaps(answer.said().extent())
            || voice.extent().overlaps(answer.reply().extent())) {
          continue;
        }
        if (distance(voice, answer.said()) <= NEAR
            && (repeats(voice, answer.said(), answer.reply(), answer.kind())
                || presses(voice, answer)
                || joins(voice, answer))) {
          found.add(new Answer(voice, answer.reply(), answer.kind()));
        } else if (distance(voice, answer.reply()) <= NEAR
            && repeats(voice, answer.reply(), answer.said(), answer.kind())) {
          found.add(new Answer(answer.said(), voice, answer.kind()));
        }
      }
    }
  }

  private static boolean repeats(Voice voice, Voice said, Voice other, Dispute.Kind kind) {
    if (voice.isOf(other) || !TELLING.contains(voice.attribution().act())) {
      return false;
    }
    Set<String> shared = new HashSet<>(voice.stems());
    shared.retainAll(said.stems());
    int fewer = Math.min(voice.stems().size(), said.stems().size());
    boolean alike = shared.size() >= ONE_THING && shared.size() * SHARE >= fewer;
    return alike
        && (voice.isOf(said)
            || kind != Dispute.Kind.ATTACKED_STATEMENT
                && shared.size() >= SAID_TWICE
                && Parties.meet(voice.own(), said.own()));
  }

  /** Another wrong of the same party, over the same thing, told by the same speaker. */
  private static boolean presses(Voice voice, Answer answer) {
    return answer.kind() == Dispute.Kind.DENIAL
        && voice.isOf(answer.said())
        && voice.tellsWrong()
        && voice.isAimedAt(answer.reply())
        && !voice.topicsWith(answer.said()).isEmpty();
  }

  /** In the paragraph of an accusation, and of a wrong of the same party. */
  private boolean joins(Voice voice, Answer answer) {
    return answer.kind() == Dispute.Kind.COUNTER_ACCUSATION
        && voice.tellsWrong()
        && voice.isAimedAt(answer.reply())
        && !Parties.meet(voice.own(), answer.reply().own())
        && paragraph(voice) == paragraph(answer.said());
  }

  private int paragraph(Voice voice) {
    return Passages.firstEndingAfter(voice.extent().start(), paragraphs, Function.identity());
  }

  // Near one another

  private interface Wanted {
    boolean is(Voice voice);
  }

  /** The nearest voice that is wanted, before or behind another; the one before where both are. */
  private Optional<Voice> nearest(int at, Wanted wanted) {
    Optional<Voice> before = before(at, wanted);
    Optional<Voice> behind = Optional.empty();
    for (int i = at + 1; i < voices.size() && behind.isEmpty(); i++) {
      if (distance(voices.get(i), voices.get(at)) > NEAR) {
        break;
      }
      behind = Optional.of(voices.get(i)).filter(wanted::is);
    }
    boolean nearer =
        before.isEmpty()
            || behind.isPresent()
                && distance(behind.get(), voices.get(at)) < distance(before.get(), voices.get(at));
    return nearer ? behind : before;
  }

  private Optional<Voice> before(int at, Wanted wanted) {
    for (int i = at - 1; i >= 0; i--) {
      if (distance(voices.get(i), voices.get(at)) > NEAR) {
        break;
      }
      if (wanted.is(voices.get(i))) {
        return Optional.of(voices.get(i));
      }
    }
    return Optional.empty();
  }

  private static int distance(Voice one, Voice other) {
    return Math.abs(one.extent().start() - other.extent().start());
  }
}
