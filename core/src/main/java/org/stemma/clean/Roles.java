package org.stemma.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

  /** A line that sums a story up is not longer. */
  private static final int LONGEST_STANDFIRST = 40;

  /** A menu on lines of its own has at least so many. */
  private static final int RUN_OF_ENTRIES = 3;

  private static final Pattern MORE_SENTENCES = Pattern.compile("[.!?] +\\p{Lu}");

  private static final Pattern SPEAKER_LINE =
      Pattern.compile(
          "^[–—-] ?\\p{L}.{2,60}$|^\\p{Lu}[\\p{L}'’.-]+ \\p{Lu}[\\p{L}'’.-]+(?:,? .{2,40})?$");

  private static final Pattern AUTHOR =
      Pattern.compile(
          "^((?:Dr\\.? )?\\p{Lu}[\\p{L}'’.-]+ (?:\\p{Lu}[\\p{L}'’.-]* )?\\p{Lu}[\\p{L}'’-]+),? (?:is|was|writes|covers|teaches|works|reports) "
              + "(?:(?:a|an|the|our|former|.{1,40}['’]s) )?.{0,80}"
              + "\\b(?:correspondent|editor|reporter|columnist|writer|journalist|author|professor|fellow|contributor|lecturer|blogger|for .{1,40})\\b.*");

  private final String text;
  private final List<Block> blocks;
  private final ZoneRole[] roles;
  private final ZoneRole[] wording;
  private final boolean[] prose;
  private final boolean[] repeated;

  private Roles(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
    this.roles = new ZoneRole[blocks.size()];
    this.wording = new ZoneRole[blocks.size()];
    this.prose = new boolean[blocks.size()];
    this.repeated = new boolean[blocks.size()];
  }

  /**
   * One role for each block.
   *
   * @param headline as known from elsewhere; then no other line is taken for it
   */
  static List<ZoneRole> of(String text, List<Block> blocks, Optional<String> headline) {
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
      } else if (WrittenDates.isAlone(block.line())) {
        roles[i] = ZoneRole.BOILERPLATE;
      } else if (Bylines.isLine(block)) {
        roles[i] = ZoneRole.BYLINE;
      } else {
        roles[i] = Furniture.role(text, block).orElse(null);
      }
      boolean open = roles[i] == null || roles[i] == ZoneRole.BODY;
      prose[i] = open && !repeated[i] && block.isProse(text);
    }
  }

  /** Menus whose entries were put on lines of their own above the headline. */
  private void judgeMenuAbove() {
    int first = next(0);
    int from = 0;
    while (from < first) {
      int to = from;
      int entries = 0;
      while (to < first && isShort(to)) {
        entries += wording[to] == ZoneRole.NAVIGATION || wording[to] == ZoneRole.RELATED ? 1 : 0;
        to++;
      }
      boolean title = to > from && Headlines.isTitle(text, blocks.get(to - 1));
      int end = title && roles[to - 1] == null ? to - 1 : to;
      if (entries > 0 && end - from >= RUN_OF_ENTRIES) {
        Arrays.fill(roles, from, end, ZoneRole.NAVIGATION);
      }
      from = Math.max(to, from + 1);
    }
  }

  private boolean isShort(int i) {
    boolean furniture =
        roles[i] == null || roles[i] == ZoneRole.NAVIGATION || roles[i] == ZoneRole.RELATED;
    return furniture && isEntry(i);
  }

  private boolean isEntry(int i) {
    Block block = blocks.get(i);
    return block.told().isEmpty()
        && block.words() > 0
        && block.words() < TITLE
        && block.line().codePoints().noneMatch(Character::isDigit)
        && !block.endsSentence(text);
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

  private void judgePlaces(Optional<String> headline) {
    System.arraycopy(roles, 0, wording, 0, roles.length);
    judgeMenuAbove();
    int comments = comments();
    int foot =
        comments < blocks.size() ? CommentSection.end(blocks, wording, comments) : blocks.size();
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
    last = withLastEntries(first, last, comments);
    judgeHead(first, title, headline.isPresent());
    judgeStandfirst(first, last, title);
    judgeInside(first, last);
    judgeTail(last + 1, comments);
    judgeNotes(first, last);
    for (int i = comments; i < foot; i++) {
      roles[i] = blocks.get(i).told().orElse(ZoneRole.COMMENT);
    }
    judgeTail(foot, blocks.size());
    judgeMenus();
    judgeCopies();
  }

  /** Where readers begin to speak. Markup that tells of each block what it is tells that too. */
  private int comments() {
    return blocks.stream().allMatch(block -> block.told().isPresent())
        ? blocks.size()
        : CommentSection.start(text, blocks, prose, next(0)).orElse(blocks.size());
  }

  /** Entries of a live page may be too short for running text; their writers tell them. */
  private int withLastEntries(int first, int last, int end) {
    Set<String> writers = new HashSet<>();
    for (int i = first; i < last; i++) {
      if (roles[i] == null && !prose[i]) {
        entry(i).ifPresent(writers::add);
      }
    }
    int extended = last;
    for (int i = last + 1; i + 1 < end && writers.size() > 0; i += 2) {
      boolean entry = roles[i] == null && entry(i).filter(writers::contains).isPresent();
      if (!entry || roles[i + 1] != null || !blocks.get(i + 1).endsSentence(text)) {
        return extended;
      }
      extended = i + 1;
    }
    return extended;
  }

  private Optional<String> entry(int i) {
    return CommentHeader.of(blocks.get(i))
        .filter(header -> header.time().isPresent())
        .flatMap(CommentHeader::writer);
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
      Set<String> body = Headlines.bodyWords(blocks.subList(0, comments), prose);
      int best = Headlines.best(blocks, candidates, body);
      return headline(underSiteName(candidates, body).orElse(best));
    }
    return withStop(first) ? headline(first) : OptionalInt.empty();
  }

  /** Where the first line may be the site's name, the one that stands above byline or day. */
  private OptionalInt underSiteName(List<Integer> candidates, Set<String> body) {
    boolean two =
        candidates.size() == 2
            && blocks.get(candidates.get(0)).words() <= TITLE
            && Headlines.share(blocks.get(candidates.get(0)), body) == 0;
    return two && isAboveByline(candidates.get(1)) && !isAboveByline(candidates.get(0))
        ? OptionalInt.of(candidates.get(1))
        : OptionalInt.empty();
  }

  private boolean isAboveByline(int i) {
    if (i + 1 >= blocks.size()) {
      return false;
    }
    Block next = blocks.get(i + 1);
    return roles[i + 1] == ZoneRole.BYLINE
        || WrittenDates.isAlone(next.line())
        || next.lower().startsWith("posted")
        || next.lower().startsWith("published");
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
      if (roles[i] == null && i > 0 && roles[i - 1] == ZoneRole.BYLINE) {
        roles[i] = Furniture.looksLikeOffice(blocks.get(i)) ? ZoneRole.BYLINE : null;
      }
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
      return !sentence
          ? ZoneRole.BOILERPLATE
          : isUnder(i, title) && !goesOn(i) && !isOneOfMany(i) ? ZoneRole.SUBTITLE : ZoneRole.BODY;
    }
    return sentence && pictured ? ZoneRole.CAPTION : ZoneRole.BOILERPLATE;
  }

  /** Between the headline and a line there is nothing that belongs to the story. */
  private boolean isUnder(int i, int title) {
    if (title < 0 || blocks.get(i).words() > LONGEST_STANDFIRST) {
      return false;
    }
    for (int j = title + 1; j < i; j++) {
      boolean furniture = roles[j] != null && !roles[j].isArticle();
      if (!furniture && roles[j] != ZoneRole.CAPTION) {
        return false;
      }
    }
    return true;
  }

  /** A story whose paragraphs have no full stops goes on with lines of its kind. */
  private boolean goesOn(int i) {
    boolean open = i + 1 < blocks.size() && roles[i + 1] == null && !prose[i + 1];
    return open && blocks.get(i + 1).words() >= STANDFIRST;
  }

  /** The first of the headings that a story of parts has. */
  private boolean isOneOfMany(int heading) {
    int headings = 0;
    boolean below = true;
    for (int i = heading + 1; i < blocks.size(); i++) {
      boolean line = roles[i] == null && !prose[i] && blocks.get(i).words() >= STANDFIRST;
      headings += line && !below && i + 1 < blocks.size() && prose[i + 1] ? 1 : 0;
      below = line;
    }
    return headings >= RUN_OF_ENTRIES;
  }

  /** A first sentence that the byline or the day parts from the story sums the story up. */
  private void judgeStandfirst(int first, int last, OptionalInt title) {
    Block block = blocks.get(first);
    boolean parted =
        first < last
            && (roles[first + 1] == ZoneRole.BYLINE
                || WrittenDates.isAlone(blocks.get(first + 1).line()));
    boolean oneSentence =
        block.isWhole()
            && !block.holdsQuotation()
            && MORE_SENTENCES.matcher(block.line()).results().findAny().isEmpty();
    if (parted
        && oneSentence
        && block.told().isEmpty()
        && title.isPresent()
        && title.getAsInt() < first
        && isUnder(first, title.getAsInt())) {
      roles[first] = ZoneRole.SUBTITLE;
    }
  }

  private void judgeInside(int first, int last) {
    boolean[] others =
        OtherStories.in(text, blocks, i -> roles[i] == null && !repeated[i], prose, first, last);
    boolean list = false;
    for (int i = first; i <= last; i++) {
      list = (roles[i] == ZoneRole.RELATED && isHeading(i)) || (list && !prose[i]);
      if (roles[i] == null) {
        boolean title = list && blocks.get(i).words() >= TITLE;
        roles[i] =
            repeated[i] ? ZoneRole.CAPTION : title || others[i] ? ZoneRole.RELATED : ZoneRole.BODY;
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
    boolean tags = false;
    for (int i = start; i < end; i++) {
      boolean open = roles[i] == null || roles[i] == ZoneRole.HEADLINE;
      tags = roles[i] == ZoneRole.TAGS || (tags && open && isTag(i));
      if (open) {
        roles[i] = tags ? ZoneRole.TAGS : inTail(i, i == start && prose[i - 1], furnished);
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
    if (block.words() < TITLE || block.line().indexOf('@') >= 0) {
      return ZoneRole.BOILERPLATE;
    }
    return furnished && isTitle(i) ? ZoneRole.RELATED : ZoneRole.BODY;
  }

  private boolean isTag(int i) {
    return blocks.get(i).words() <= TITLE && !blocks.get(i).endsSentence(text);
  }

  /** Runs of short lines outside the story are menus whose entries were put on lines. */
  private void judgeMenus() {
    int from = 0;
    while (from < blocks.size()) {
      int to = from;
      while (to < blocks.size() && isMenuLine(to)) {
        to++;
      }
      if (to - from >= RUN_OF_ENTRIES) {
        Arrays.fill(roles, from, to, ZoneRole.NAVIGATION);
      }
      from = Math.max(to, from + 1);
    }
  }

  private boolean isMenuLine(int i) {
    boolean placed = wording[i] == null && roles[i] == ZoneRole.BOILERPLATE;
    return (placed || roles[i] == ZoneRole.NAVIGATION) && isEntry(i);
  }

  private void judgeCopies() {
    boolean[] copies =
        PullQuotes.in(
            text, blocks, i -> roles[i] == ZoneRole.BODY && blocks.get(i).told().isEmpty());
    for (int i = 0; i < blocks.size(); i++) {
      if (copies[i]) {
        roles[i] = ZoneRole.PULL_QUOTE;
      } else if (i > 0 && copies[i - 1] && roles[i] == ZoneRole.BODY && isSpeakerLine(i)) {
        roles[i] = ZoneRole.PULL_QUOTE;
      }
    }
  }

  /** Who said what a pull quote repeats, on the line below it. */
  private boolean isSpeakerLine(int i) {
    Block block = blocks.get(i);
    return SPEAKER_LINE.matcher(block.line()).matches() && !block.endsSentence(text);
  }

  /** False for a piece of a sentence that a line break cut. */
  private boolean isTitle(int i) {
    Block block = blocks.get(i);
    boolean goesOn =
        i + 1 < blocks.size()
            && startsSmall(blocks.get(i + 1))
            && !Furniture.looksLikeTags(text, blocks.get(i + 1));
    return block.words() >= TITLE
        && block.line().indexOf('@') < 0
        && !goesOn
        && !startsSmall(block)
        && block.lastSign(text) != ',';
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
  private void withoutProse(OptionalInt title) {
    int open = 0;
    for (int i = 0; i < blocks.size(); i++) {
      open += roles[i] == null || roles[i] == ZoneRole.BODY ? 1 : 0;
    }
    for (int i = 0; i < blocks.size(); i++) {
      boolean only = open == 0 && title.isPresent() && title.getAsInt() == i;
      if (roles[i] == null || only) {
        roles[i] = ZoneRole.BODY;
      }
    }
  }
}
