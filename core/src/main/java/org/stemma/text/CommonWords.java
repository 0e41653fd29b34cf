package org.stemma.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stemma.model.Span;

/**
 * English words that tell little about what is said: articles, pronouns, prepositions, auxiliaries
 * and the verbs and fillers that stand in any speech. All in the normal form of {@link Words}.
 */
public final class CommonWords {
  private static final Set<String> COMMON =
      Set.of(
          ("a about above after again against all also although always am among an and any anybody"
                  + " anyone anything are aren't around as ask asked at away back be because been"
                  + " before being believe below between both but by call called came can can't"
                  + " cannot come could couldn't day did didn't do does doesn't doing don't done"
                  + " down during each either else even ever every everybody everyone everything"
                  + " far few first for from get gets getting give given go goes going gone gonna"
                  + " good got great had hadn't happen happened has hasn't have haven't having he"
                  + " he'd he'll he's her here here's hers herself him himself his how however i i'd"
                  + " i'll i'm i've if in into is isn't it it'd it'll it's its itself just keep kind"
                  + " knew know known knows last least less let let's like little look looking lot"
                  + " made make makes making man many may maybe me mean might mine more most much"
                  + " must my myself need needs never new next no nobody none nor not nothing now of"
                  + " off okay on once one one's only or other others our ours ourselves out over"
                  + " own part people perhaps place put quite rather really right said same saw say"
                  + " saying says see seen shall she she'd she'll she's should shouldn't since so"
                  + " some somebody someone something still such sure take taken tell than that"
                  + " that'll that's the their theirs them themselves then there there'll there's"
                  + " these they they'd they'll they're they've thing things think this those though"
                  + " thought through time to today together told too took toward towards try trying"
                  + " two under until up upon us use used very want wanted wants was wasn't way we"
                  + " we'd we'll we're we've well went were weren't what what's when where whether"
                  + " which while who who's whole whom whose why will with within without won't work"
                  + " would wouldn't year years yes yet you you'd you'll you're you've your yours"
                  + " yourself")
              .split(" "));

  private CommonWords() {}

  /** True for a word, in normal form, that tells little. */
  public static boolean contains(String normal) {
    return COMMON.contains(normal);
  }

  /**
   * The stems of the words that tell something in some stretches of a text.
   *
   * @param spans in text order, inside {@code text}
   */
  public static Set<String> tellingStems(CharSequence text, List<Span> spans) {
    Set<String> stems = new HashSet<>();
    for (String word : Words.in(text, spans).normals()) {
      if (!contains(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  /**
   * A light stem, so that "supporting", "supported" and "supports" meet: plural, verb and
   * possessive endings are cut where enough is left. Not a dictionary; two words may meet by
   * chance.
   *
   * @param normal in the normal form of {@link Words}
   */
  public static String stem(String normal) {
    String word = normal.endsWith("'s") ? normal.substring(0, normal.length() - 2) : normal;
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /** A stem that is shorter tells too little to be compared. */
  private static final int SHORTEST_STEM = 4;

  private static final String[] ENDINGS = {
    "ations", "ation", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion", "ers", "ies",
    "est", "ed", "er", "es", "ly", "e", "s", "y"
  };
}
