package org.stemma.dispute;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Span;
import org.stemma.text.CommonWords;
import org.stemma.text.Negations;
import org.stemma.text.Words;

/** English words by which people accuse, deny and answer. Closed lists. */
final class QuarrelWords {
  /** What is denied: "the charges", "her accusation that". */
  static final String CLAIM =
      "(?:accusations?|allegations?|charges?|claims?|complaints?|criticisms?|attacks?|assertions?"
          + "|suggestions?|insinuations?|reports?|accounts?|versions?|contentions?|blame)\\b";

  /** What is said, and can be attacked: "Lund's remarks". */
  static final String STATEMENT =
      "(?:statements?|remarks?|comments?|warnings?|claims?|assertions?|accusations?|allegations?"
          + "|suggestions?|words|rhetoric|speech|tweets?|letter)\\b";

  private static final Pattern CLAIMS = Pattern.compile(CLAIM);

  /** "We cannot take those statements": what somebody said before. */
  private static final Pattern POINTED =
      Pattern.compile("\\b(?:those|these|such|this|that) " + STATEMENT);

  /** Beside them a denial tells nothing of its own: "denied any wrongdoing". */
  private static final Set<String> PLAIN =
      set(
          "wrongdoing involvement responsibility lawyer lawyers attorney spokesman spokeswoman"
              + " statement strongly flatly categorically repeatedly false untrue baseless"
              + " unfounded nonsense groundless ridiculous absurd lie lies");

  private static final Set<String> POINTING =
      set("it that this them those these the all any her his their its");

  /** Wrongs that somebody may be said to do. */
  private static final Set<String> WRONGS =
      stems(
          "lie lied lies lying liar liars cheat cheated cheating steal stole stealing theft fraud"
              + " fraudulent corrupt corruption bribe bribes bribery kill killed killing murder"
              + " murdered bomb bombed bombing bombardment shell shelled shelling torture tortured"
              + " violate violated violating violation violations breach breached illegal illegally"
              + " unlawful crime crimes criminal shield shielded shielding sabotage provocation"
              + " provoke provoked aggression aggressor barbarism barbaric atrocity atrocities"
              + " massacre genocide abuse abused harass harassed harassment assault assaulted rape"
              + " rig rigged manipulate manipulated meddle meddled meddling interfere interfered"
              + " spy spied spying threat threats threaten threatened threatening terror terrorist"
              + " terrorists terrorism betray betrayed deceive deceived mislead misled misleading"
              + " pretend pretends pretended pretext hypocrisy hypocrite racist racism bigot smear"
              + " slander slanderous negligence negligent reckless recklessly irresponsible"
              + " disgrace disgraceful shameful shocking insult insulting outrageous hostile"
              + " undermine undermined obstruct obstructed hamper hinder collude colluded collusion"
              + " conspire conspired plot plotted dump dumped dumping pollute polluted poison"
              + " poisoned exploit exploited discriminate conceal concealed hide hid hiding evade"
              + " evaded fail failed failing failure refuse refused refusing inability unwilling"
              + " unwillingness fire fired firing drown war cover guilty blame wrong wrongdoing"
              + " dangerous offensive ignorant incompetent incompetence dishonest untruthful false"
              + " falsely fabricate fabricated hoax sham propaganda confession nonsense absurd"
              + " ridiculous");

  private static final Pattern FALSE =
      Pattern.compile(
          "\\b(?:(?:is|are|was|were|as|be|'s|completely|totally|absolutely|utterly|entirely|simply)"
              + " (?:a |an )?(?:\\w+ )?(?:false|untrue|baseless|unfounded|groundless|nonsense"
              + "|fabricat\\w+|lies?|ridiculous|absurd|preposterous|hoax|slander|smear)"
              + "|not true|no truth|nothing of the (?:sort|kind)|without (?:merit|foundation|basis)"
              + "|never happened|did not happen|didn['\u2019]t happen"
              + "|did nothing wrong|done nothing wrong)\\b",
          Pattern.CASE_INSENSITIVE);

  /** How far a "not" reaches, in words. */
  private static final int REACH = 6;

  private static final Pattern NO_DENIAL =
      Pattern.compile(
          "\\b(?:must|should|would|could|may|might|will|to|over|about|disagree\\w*"
              + "|is|was|were|be|been|being)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BACK =
      Pattern.compile(
          "\\b(?:(?:hit|fir|shot|str[iu]ck|push|punch|snapp)(?:s|e|es|ed|ing)? back|respond(?:s|ed)"
              + "|retort(?:s|ed)|counter(?:s|ed)|rebut(?:s|ted)|defend(?:s|ed) (?:him|her|it|them)sel"
              + "(?:f|ves))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TOLD =
      Pattern.compile(" (?:that|to|about|on|calling|describing|saying|comparing|suggesting)\\b");

  private static final Pattern REPLY =
      Pattern.compile(
          "\\b(?:hit|hits|fired?|fires|shot|shoots|struck|strikes|pushed|pushes|punched) back\\b"
              + "|\\b(?:respond(?:ed|s|ing)?|retort(?:ed|s)?|counter(?:ed|s)|in (?:response|reply)"
              + "|repl(?:ied|ies)|in turn|return(?:ed|ing) fire|counter-?(?:accus|charg|attack)\\w*"
              + "|answer(?:ed|s)|rebut(?:ted|s)?|while)\\b",
          Pattern.CASE_INSENSITIVE);

  private QuarrelWords() {}

  private static Set<String> set(String words) {
    return Set.of(words.split(" "));
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    Arrays.stream(words.split(" ")).map(CommonWords::stem).forEach(stems::add);
    return stems;
  }

  /** True for a word, in normal form, for something that can be denied. */
  static boolean isClaim(String normal) {
    return CLAIMS.matcher(normal).matches();
  }

  /** True where some stretches speak of a statement as told before. */
  static boolean pointToStatement(String text, List<Span> spans) {
    return spans.stream().anyMatch(span -> POINTED.matcher(span.in(text)).find());
  }

  /** True where some stretches speak of a wrong. */
  static boolean tellWrong(String text, List<Span> spans) {
    return tellWrong(Words.in(text, spans));
  }

  /** True for words that speak of a wrong. */
  static boolean tellWrong(String words) {
    return tellWrong(Words.in(words));
  }

  private static boolean tellWrong(Words words) {
    return words.normals().stream().anyMatch(word -> WRONGS.contains(CommonWords.stem(word)));
  }

  /**
   * True for what is denied without being told again: "it", "it happened", "the charges", "any
   * wrongdoing", "the fraud claims". It then answers what stands before it.
   */
  static boolean pointBack(String text, List<Span> spans) {
    Words words = Words.in(text, spans);
    if (words.size() == 0 || !POINTING.contains(words.normal(0))) {
      return false;
    }
    boolean claim = false;
    int telling = 0;
    for (int i = 1; i < words.size(); i++) {
      String word = words.normal(i);
      if (isClaim(word) || PLAIN.contains(word)) {
        claim = true;
      } else if (!CommonWords.contains(word)) {
        telling++;
      }
    }
    return telling == 0 || claim && telling == 1;
  }

  /** True where some stretches call something false outright. */
  static boolean callFalse(String text, List<Span> spans) {
    return spans.stream().anyMatch(span -> FALSE.matcher(span.in(text)).find());
  }

  /** True where a "not" stands just before one of some words: "nobody fired at". */
  static boolean negate(String text, List<Span> spans, Set<String> stems) {
    Words words = Words.in(text, spans);
    for (int i = 0; i < words.size(); i++) {
      if (stems.contains(CommonWords.stem(words.normal(i)))
          && Negations.count(text, words, Math.max(0, i - REACH), i) > 0) {
        return true;
      }
    }
    return false;
  }

  /** True for a cue that denies here and now: not "must deny", "was denied", "dispute over". */
  static boolean deny(String cue) {
    return !NO_DENIAL.matcher(cue).find();
  }

  /** True for a cue that answers an attack: "fired back". */
  static boolean hitBack(String cue) {
    return BACK.matcher(cue).find();
  }

  /** True for what follows "his remarks" where it tells the remarks. */
  static boolean tellAgain(String behind) {
    return TOLD.matcher(behind).lookingAt();
  }

  /** True where a stretch says that somebody answers. */
  static boolean answer(String words) {
    return REPLY.matcher(words).find();
  }

  /** Behind it somebody's reasons are told by one who does not believe them. */
  private static final Pattern PRETEXT =
      Pattern.compile(
          "\\b(?:on|under|with|using) (?:the|a|this) (?:false )?"
              + "(?:pretext|excuse|pretence|pretense|guise)"
              + "(?: of the fact)? that,? ([^.;\u201d\"]+)",
          Pattern.CASE_INSENSITIVE);

  /** The reasons that a stretch tells of as a pretext. */
  static Optional<Span> pretext(String text, Span stretch) {
    Matcher matcher = PRETEXT.matcher(stretch.in(text));
    return matcher.find()
        ? Optional.of(
            new Span(stretch.start() + matcher.start(1), stretch.start() + matcher.end(1)))
        : Optional.empty();
  }
}
