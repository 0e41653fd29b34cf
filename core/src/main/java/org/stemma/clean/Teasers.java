package org.stemma.clean;

import java.util.regex.Pattern;

/** Lines that lead to other stories: "Read more: ...", "Also in World News". */
final class Teasers {
  private static final int LONGEST = 40;

  /** The label of a list of other stories. */
  private static final int LONGEST_LABEL = 7;

  private static final int LONGEST_LINK = 12;

  /** A label and the other story's headline in one line. */
  private static final Wording LABELLED =
      Wording.of(
          "^[^\\p{L}\\p{N}]{0,3}(?:related|read more|read|read also|also read|read next|see also|see more|more on this|"
              + "also on\\b[^:]{0,40}|also in\\b[^:]{0,40}|recommended|more from\\b[^:]{0,60}|"
              + "read more from\\b[^:]{0,60}|don't miss|most read|most popular|more news|also see|must read|in depth|"
              + "related (?:story|stories|article|articles|news|coverage|content|topics|links|video)|"
              + "lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|auch interessant|siehe auch|mehr dazu|"
              + "lea también|lee también|leer más|lee más|te puede interesar|le puede interesar|además|ver también|más información|"
              + "lire aussi|à lire aussi|lire également|voir aussi|à lire|leggi anche|leia também|lees ook|"
              + "читайте также|читать также|по теме|смотрите также|подробнее)"
              + "\\s?(?:[:|–—>»▶→-](?!\\d))");

  /** The label that other stories' headlines stand under. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:related|read|read more|read also|also read|read next|see also|see more|also on .*|also in .*|"
              + "more on .*|more from .*|more in .*|more stories|more news|most (?:read|popular|viewed|shared|watched|commented)(?: .*)?|"
              + "editor'?s'? (?:choice|picks?)|trending(?: now| stories)?|top (?:stories|news)|latest (?:news|stories|headlines)|"
              + "don't miss|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| stories| reading)?|"
              + "what to read next|in other news|must[- ]reads?|up next|popular (?:now|stories|articles)|further reading|"
              + "related (?:stories|articles|news|coverage|content|topics|links|posts)|on this story|elsewhere on .*|from the web|around the web|"
              + "you (?:may|might) have missed|other stories|today's (?:top stories|headlines)|"
              + "lesen sie auch|mehr zum thema|auch interessant|meistgelesen|mehr aus .*|weitere artikel|das könnte sie auch interessieren|"
              + "lea también|lee también|te puede interesar|más noticias|lo más (?:leído|visto)|noticias relacionadas|temas relacionados|"
              + "lire aussi|à lire aussi|sur le même sujet|les plus lus|dans la même rubrique|articles liés|"
              + "читайте также|по теме|материалы по теме|популярное|самое читаемое|другие новости|новости по теме|leggi anche|lees ook)\\.{0,3}:?$");

  /** An invitation without a headline. */
  private static final Wording LINK =
      Wording.of(
          "^(?:read|see|watch) the (?:rest|full (?:story|article|report|post)|whole|complete|entire)\\b"
              + "|^(?:click|tap) here (?:to|for)\\b|^continue reading\\b|^(?:read|see) more (?:here|at|on|in)\\b");

  private Teasers() {}

  /** True for a line with a label in front, whatever the headline behind it quotes. */
  static boolean isLabelled(Block block) {
    return block.words() <= LONGEST && LABELLED.isIn(block.lower());
  }

  /** True for a label or an invitation on a line of its own. */
  static boolean isLead(Block block) {
    return !block.holdsQuotation()
        && ((block.words() <= LONGEST_LABEL && LABEL.matcher(block.lower()).matches())
            || (block.words() <= LONGEST_LINK && LINK.isIn(block.lower())));
  }
}
