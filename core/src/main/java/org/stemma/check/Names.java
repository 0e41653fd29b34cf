package org.stemma.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.Spelling;

/**
 * The names on record, with which those of a draft's speakers are compared. Immutable; made once
 * for each state of the record.
 */
final class Names {
  /** Speakers of one draft that are looked up. */
  private static final int MOST = 500;

  /** In a shorter word one letter makes another name. */
  private static final int FEWEST_LETTERS = 4;

  /** Letters of a word in which a slip is looked for. */
  private static final int LONGEST = 30;

  /** Bearers of one word that are looked at for a slip: more share a word, not a name. */
  private static final int MOST_BEARERS = 500;

  private record Known(Entity entity, List<String> words) {}

  private final Map<String, List<Known>> byWord = new HashMap<>();

  /** Each word, and each word without one of its letters, to the words that it can be made of. */
  private final Map<String, Set<String>> nearly = new HashMap<>();

  Names(Entities entities) {
    for (Entity entity : entities.all()) {
      if (entity.kind() != NameKind.PLACE) {
        Set<List<String>> forms = new LinkedHashSet<>();
        entity.names().forEach(name -> forms.add(Speakers.names(name)));
        for (List<String> words : forms) {
          Known known = new Known(entity, words);
          new HashSet<>(words)
              .forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(known));
        }
      }
    }
    for (String word : byWord.keySet()) {
      for (String key : keys(word)) {
        nearly.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(word);
      }
    }
  }

  /** The speakers whom the record does not have so; none where the record has no names at all. */
  List<CheckedName> of(Annotated draft) {
    List<CheckedName> checked = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Attribution attribution : draft.attributions()) {
      if (attribution.speaker() instanceof Speaker.Named named
          && Speakers.isName(named.name())
          && !byWord.isEmpty()
          && seen.size() < MOST
          && seen.add(named.name())) {
        check(named.name(), place(attribution)).ifPresent(checked::add);
      }
    }
    return checked;
  }

  private static Span place(Attribution attribution) {
    return attribution.source().isEmpty()
        ? attribution.content().get(0)
        : attribution.source().get(0);
  }

  private Optional<CheckedName> check(String name, Span place) {
    List<String> words = Speakers.names(name);
    if (words.isEmpty() || isHad(words)) {
      return Optional.empty();
    }
    Optional<Entity> slip = nearest(words, Names::isSlip);
    Optional<Entity> namesake = slip.isPresent() ? slip : nearest(words, Names::isNamesake);
    CheckedName.Kind kind =
        slip.isPresent()
            ? CheckedName.Kind.OTHER_SPELLING
            : namesake.isPresent() ? CheckedName.Kind.OTHER_FIRST_NAME : CheckedName.Kind.UNKNOWN;
    return Optional.of(new CheckedName(place, name, kind, namesake));
  }

  /** True where all its words stand in a name on record as they are, or all of one in it. */
  private boolean isHad(List<String> words) {
    return words.stream()
        .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
        .anyMatch(
            known ->
                known.words().containsAll(words)
                    || (known.words().size() > 1 && words.containsAll(known.words()))
                    || isInitial(words, known.words()));
  }

  private interface Likeness {
    boolean test(List<String> words, List<String> known);
  }

  /** Of several the one that most articles name. */
  private Optional<Entity> nearest(List<String> words, Likeness likeness) {
    Set<String> like = new LinkedHashSet<>();
    for (String word : words) {
      for (String key : keys(word)) {
        like.addAll(nearly.getOrDefault(key, Set.of()));
      }
    }
    return like.stream()
        .flatMap(word -> byWord.get(word).stream().limit(MOST_BEARERS))
        .filter(known -> likeness.test(words, known.words()))
        .map(Known::entity)
        .max(
            Comparator.comparing((Entity e) -> e.bearings().size())
                .thenComparing(Entity::id, Comparator.reverseOrder()));
  }

  /** Two words of which one is a slip of the other have one of these in common. */
  private static Set<String> keys(String word) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(word);
    for (int i = 0; i < Math.min(LONGEST, word.length()); i++) {
      keys.add(word.substring(0, i) + word.substring(i + 1));
    }
    return keys;
  }

  private static boolean isInitial(List<String> words, List<String> known) {
    String first = words.get(0);
    String other = known.get(0);
    return words.size() > 1
        && known.size() > 1
        && last(words).equals(last(known))
        && Math.min(first.length(), other.length()) == 1
        && first.charAt(0) == other.charAt(0);
  }

  /** As many words, each the same or a slip away, one at least a slip; or a last name alone. */
  private static boolean isSlip(List<String> words, List<String> known) {
    if (words.size() == 1 && known.size() > 1) {
      return isSlip(words.get(0), last(known));
    }
    boolean any = false;
    for (int i = 0; i < words.size() && words.size() == known.size(); i++) {
      if (isSlip(words.get(i), known.get(i))) {
        any = true;
      } else if (!words.get(i).equals(known.get(i))) {
        return false;
      }
    }
    return any;
  }

  private static boolean isSlip(String word, String known) {
    return Math.min(word.length(), known.length()) >= FEWEST_LETTERS
        && Spelling.isOneSlip(word, known);
  }

  private static boolean isNamesake(List<String> words, List<String> known) {
    return words.size() > 1
        && known.size() > 1
        && last(words).equals(last(known))
        && !Speakers.isShort(words.get(0), known.get(0));
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }
}
