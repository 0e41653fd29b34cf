package org.stemma.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.ZoneRole;

/**
 * Decides what each block of a page is for. First each line is judged by its own wording; then
 * running text tells where the article begins and ends, and what stands above, inside and below it
 * is judged by its place.
 */
final class Roles {
  /** Headlines of other stories stand in runs of at least so many. */
  private static final int RUN_OF_TITLES = 2;

  /** Fewest words of another story's headline. */
  private static final int TITLE = 4;

  /** Fewest words of a line under the headline that still belongs to the story. */
  private static final int STANDFIRST = 5;

  /** An author's note is one of so many last paragraphs. */
  private static final int LAST_PARAGRAPHS = 3;

  private static final int LONGEST_NOTE = 45;

  private static final Pattern AUTHOR =
      Pattern.compile(
          "^((?:Dr\\.? )?\\p{Lu}[\\p{L}'’.-]+ (?:\\p{Lu}[\\p{L}'’.-]* )?\\p{Lu}[\\p{L}'’-]+),? (?:is|was|writes|covers|teaches|works|reports) "
              + "(?:(?:a|an|the|our|former|.{1,40}['’]s) )?.{0,80}"
              + "\\b(?:correspondent|editor|reporter|columnist|writer|journalist|author|professor|fellow|contributor|lecturer|blogger|for .{1,40})\\b.*");

  private final String text;
  private final List<Block> blocks;
  private final ZoneRole[] roles;
  private final boolean[] prose;
  private final boolean[] repeated;

  private Roles(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
    this.roles = new ZoneRole[blocks.size()];
    this.prose = new boolean[blocks.size()];
    this.repeated = new boolean[blocks.size()];
  }

  /**
   * One role for each block.
   *
   * @param headline as known from elsewhere; then no other line is taken for it
   */
  static List<ZoneRole> of(String text, List<Block> blocks, Optional<String> headline)
      throws NotAnArticle {
    Roles roles = new Roles(text, blocks);
    roles.judgeWording();
    roles.judgePlaces(headline);
    return Arrays.asList(roles.roles);
  }

  private void judgeWording() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      repeated[i] = repeats(i, i - 1) || repeats(i, i + 1);
      if (block.told().isPresent()) {
        roles[i] = block.told().get();
      } else if (WrittenDates.fills(block.line()).isPresent()) {
        roles[i] = ZoneRole.BOILERPLATE;
      } else {
        roles[i] = Furniture.role(text, block).orElse(null);
      }
      boolean open = roles[i] == null || roles[i] == ZoneRole.BODY;
      prose[i] = open && !repeated[i] && block.isProse(text);
    }
  }

  /** A caption that a page shows twice, for two sizes of its picture. */
  private boolean repeats(int i, int other) {
    return other >= 0
        && other < blocks.size()
        && blocks.get(i).words() >= Headlines.FEWEST_WORDS
        && blocks.get(i).told().isEmpty()
        && blocks.get(i).isWhole()
        && blocks.get(i).line().equals(blocks.get(other).line());
  }

  private void judgePlaces(Optional<String> headline) throws NotAnArticle {
    int comments = comments();
    OptionalInt title = headline.isPresent() ? known(headline.get()) : chosen(comments);
    int first = next(0);
    if (first == blocks.size()) {
      withoutProse(title);
      return;
    }
    int last = first;
    for (int i = first; i < comments; i++) {
      last = prose[i] ? i : last;
    }
    judgeHead(first, title, headline.isPresent());
    judgeInside(first, last);
    judgeTail(last + 1, comments);
    judgeNotes(first, last);
    for (int i = comments; i < blocks.size(); i++) {
      roles[i] = blocks.get(i).told().orElse(ZoneRole.COMMENT);
    }
  }

  /** Where readers begin to speak. Markup that tells of each block what it is tells that too. */
  private int comments() {
    return blocks.stream().allMatch(block -> block.told().isPresent())
        ? blocks.size()
        : CommentSection.start(blocks, prose, next(0)).orElse(blocks.size());
  }

  private int next(int from) {
    int i = from;
    while (i < blocks.size() && !prose[i]) {
      i++;
    }
    return i;
  }

  private OptionalInt known(String headline) {
    int proseSeen = 0;
    for (int i = 0; i < blocks.size() && proseSeen < LAST_PARAGRAPHS; i++) {
      boolean open = roles[i] == null || roles[i] == ZoneRole.HEADLINE || prose[i];
      if (open && Headlines.same(headline, blocks.get(i))) {
        return headline(i);
      }
      proseSeen += prose[i] ? 1 : 0;
    }
    return OptionalInt.empty();
  }

  private OptionalInt headline(int i) {
    roles[i] = ZoneRole.HEADLINE;
    prose[i] = false;
    if (i + 1 < blocks.size() && repeats(i, i + 1)) {
      roles[i + 1] = ZoneRole.BOILERPLATE;
    }
    return OptionalInt.of(i);
  }

  private OptionalInt chosen(int comments) {
    int first = next(0);
    for (int i = 0; i < first; i++) {
      if (roles[i] == ZoneRole.HEADLINE) {
        return OptionalInt.of(i);
      }
    }
    List<Integer> candidates = candidates(first, false);
    if (candidates.isEmpty()) {
      candidates = candidates(first, true);
    }
    if (!candidates.isEmpty()) {
      return headline(
          Headlines.best(
              blocks, candidates, Headlines.bodyWords(blocks.subList(0, comments), prose)));
    }
    return withStop(first) ? headline(first) : OptionalInt.empty();
  }

  private List<Integer> candidates(int first, boolean alsoRepeated) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      boolean open = roles[i] == null && (alsoRepeated || !repeated[i]);
      if (open && Headlines.isTitle(text, blocks.get(i))) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /** A first paragraph that is a headline with a full stop: in Title Case, or above a dateline. */
  private boolean withStop(int first) {
    int second = next(Math.min(first + 1, blocks.size()));
    if (second >= blocks.size()) {
      return false;
    }
    Block block = blocks.get(first);
    boolean shortEnough = block.words() <= 25 && block.isWhole();
    boolean aboveStart =
        Dateline.of(text, blocks.get(second).span()).isPresent()
            || roles[first + 1] == ZoneRole.BYLINE;
    return Headlines.isTitleWithStop(text, block) || (shortEnough && aboveStart);
  }

  private void judgeHead(int first, OptionalInt title, boolean known) {
    boolean pictured = false;
    for (int i = 0; i < first; i++) {
      pictured |= roles[i] == ZoneRole.CAPTION || blocks.get(i).lower().startsWith("©");
    }
    for (int i = 0; i < first; i++) {
      if (roles[i] == null) {
        roles[i] = inHead(i, title.orElse(known ? -1 : first), pictured);
      }
    }
  }

  private ZoneRole inHead(int i, int title, boolean pictured) {
    if (repeated[i]) {
      return ZoneRole.CAPTION;
    }
    boolean sentence = blocks.get(i).words() >= STANDFIRST;
    if (i > title) {
      return sentence ? ZoneRole.BODY : ZoneRole.BOILERPLATE;
    }
    return sentence && pictured ? ZoneRole.CAPTION : ZoneRole.BOILERPLATE;
  }

  private void judgeInside(int first, int last) {
    boolean list = false;
    for (int i = first; i <= last; i++) {
      list = roles[i] == ZoneRole.RELATED && isHeading(i) || list && !prose[i];
      if (roles[i] == null) {
        boolean title = list && blocks.get(i).words() >= TITLE;
        roles[i] = repeated[i] ? ZoneRole.CAPTION : title ? ZoneRole.RELATED : ZoneRole.BODY;
      } else if (roles[i] == ZoneRole.HEADLINE) {
        roles[i] = ZoneRole.BODY;
      }
    }
  }

  private boolean isHeading(int i) {
    return blocks.get(i).words() <= TITLE;
  }

  private void judgeTail(int start, int end) {
    boolean furnished = end < blocks.size();
    int titles = 0;
    for (int i = start; i < end; i++) {
      furnished |= roles[i] != null && roles[i] != ZoneRole.CREDIT && roles[i] != ZoneRole.BODY;
      titles += roles[i] == null && isTitle(i) ? 1 : 0;
    }
    furnished |= titles >= RUN_OF_TITLES;
    for (int i = start; i < end; i++) {
      if (roles[i] == null || roles[i] == ZoneRole.HEADLINE) {
        roles[i] = inTail(i, i == start, furnished);
      }
    }
  }

  private ZoneRole inTail(int i, boolean next, boolean furnished) {
    Block block = blocks.get(i);
    if (repeated[i]) {
      return ZoneRole.CAPTION;
    }
    if (Furniture.looksLikeAgency(block)) {
      return ZoneRole.CREDIT;
    }
    if (Furniture.looksLikeTags(text, block)) {
      return ZoneRole.TAGS;
    }
    if (block.endsSentence(text)) {
      return next ? ZoneRole.BODY : ZoneRole.BOILERPLATE;
    }
    if (block.words() < TITLE) {
      return ZoneRole.BOILERPLATE;
    }
    return furnished && isTitle(i) ? ZoneRole.RELATED : ZoneRole.BODY;
  }

  /** False for a piece of a sentence that a line break cut. */
  private boolean isTitle(int i) {
    Block block = blocks.get(i);
    boolean goesOn =
        i + 1 < blocks.size()
            && startsSmall(blocks.get(i + 1))
            && !Furniture.looksLikeTags(text, blocks.get(i + 1));
    return block.words() >= TITLE && !goesOn && !startsSmall(block) && block.lastSign(text) != ',';
  }

  private static boolean startsSmall(Block block) {
    return Character.isLowerCase(block.line().isEmpty() ? ' ' : block.line().charAt(0));
  }

  /** Notes on the author under the article, of somebody whom the article does not name. */
  private void judgeNotes(int first, int last) {
    int seen = 0;
    for (int i = last; i > first && seen < LAST_PARAGRAPHS; i--) {
      if (!prose[i] || roles[i] != ZoneRole.BODY) {
        continue;
      }
      seen++;
      if (!isNote(i)) {
        return;
      }
      roles[i] = ZoneRole.BOILERPLATE;
    }
  }

  private boolean isNote(int i) {
    Block block = blocks.get(i);
    Matcher author = AUTHOR.matcher(block.line());
    if (block.words() > LONGEST_NOTE || block.holdsQuotation() || !author.matches()) {
      return false;
    }
    String name = author.group(1);
    String surname = name.substring(name.lastIndexOf(' ') + 1);
    for (int j = 0; j < i; j++) {
      if (roles[j] == ZoneRole.BODY && blocks.get(j).span().in(text).contains(surname)) {
        return false;
      }
    }
    return true;
  }

  /** A page with short lines only: its first is the headline, the others are its text. */
  private void withoutProse(OptionalInt title) throws NotAnArticle {
    int open = 0;
    for (int i = 0; i < blocks.size(); i++) {
      open += roles[i] == null || roles[i] == ZoneRole.BODY ? 1 : 0;
    }
    if (open == 0 && title.isEmpty()) {
      throw new NotAnArticle("no article text was found");
    }
    for (int i = 0; i < blocks.size(); i++) {
      boolean only = open == 0 && title.isPresent() && title.getAsInt() == i;
      if (roles[i] == null || only) {
        roles[i] = ZoneRole.BODY;
      }
    }
  }
}
