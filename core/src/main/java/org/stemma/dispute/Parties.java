package org.stemma.dispute;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.CommonWords;
import org.stemma.text.Countries;
import org.stemma.text.Words;

/**
 * Who stands on which side in one article: the keys under which a speaker, those he speaks for and
 * those an act is aimed at can be found again. Two who share a key can be of one side.
 */
final class Parties {
  /** Capitals that name nobody. */
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms miss dr sen sens senator senators rep reps representative gov governor"
                  + " president vice deputy prime premier minister ministers ministry secretary"
                  + " state department foreign interior defence defense health finance justice"
                  + " treasury house senate congress parliament court supreme council committee"
                  + " commission party national international federal former general gen colonel"
                  + " col captain capt major maj lieutenant lt admiral sir lord lady king queen"
                  + " prince princess professor prof judge attorney mayor sheriff spokesman"
                  + " spokeswoman spokesperson chief chairman chairwoman chair director office"
                  + " agency bureau army navy air force forces police university college school"
                  + " union league association society group company inc corp ltd co news press"
                  + " media ambassador envoy security un nations street city county new"
                  + " north south east west northern southern eastern western old great saint st"
                  + " san los monday tuesday wednesday thursday friday saturday sunday january"
                  + " february march april june july august september october november december"
                  + " twitter facebook")
              .split(" "));

  /** Bodies and people that an article often calls by no other name. */
  private static final Set<String> BODIES =
      Set.of(
          ("council company firm police ministry government university network union hospital bank"
                  + " board agency campaign navy army coastguard court administration"
                  + " authorities authority department office opposition rebels foundation school"
                  + " museum club team developer operator owner lawyer mayor minister"
                  + " president governor chairman director chief captain officers officials"
                  + " spokesman spokeswoman media")
              .split(" "));

  /** Between the id of a person and his surname in a key of his own. */
  private static final String OF = "#";

  /** Below it, the words of a source may well name another than who speaks. */
  private static final double SURE = 0.5;

  private final Annotated annotated;
  private final String text;
  private final Entities entities;
  private final Map<Speaker, Set<String>> sources = new HashMap<>();

  Parties(Annotated annotated, Entities entities) {
    this.annotated = annotated;
    this.text = annotated.article().text();
    this.entities = entities;
    for (Attribution attribution : annotated.attributions()) {
      learn(attribution);
      attribution.nested().forEach(this::learn);
    }
  }

  private void learn(Attribution attribution) {
    if (attribution.speaker() instanceof Speaker.Named && attribution.speakerConfidence() >= SURE) {
      Set<String> keys = sources.computeIfAbsent(attribution.speaker(), speaker -> new HashSet<>());
      keys.addAll(named(attribution.source()));
      attribution.onBehalfOf().ifPresent(body -> keys.addAll(keys(body)));
    }
  }

  /** Under which the speaker himself is known; empty where he is not named. */
  Set<String> self(Attribution attribution) {
    Set<String> keys = new HashSet<>();
    if (attribution.speaker() instanceof Speaker.Named named) {
      Optional<Entity> person =
          entities
              .of(annotated.article().id(), named)
              .filter(entity -> entity.kind() == NameKind.PERSON);
      if (person.isPresent()) {
        List<String> words = Words.in(named.name()).normals();
        addPerson(person.get(), words.isEmpty() ? "" : words.get(words.size() - 1), keys);
      } else {
        keys.addAll(keys(named.name()));
      }
    }
    return keys;
  }

  /** Under which the speaker and all that his source names are known. */
  Set<String> own(Attribution attribution) {
    Set<String> keys = self(attribution);
    keys.addAll(named(attribution.source()));
    keys.addAll(sources.getOrDefault(attribution.speaker(), Set.of()));
    attribution.onBehalfOf().ifPresent(body -> keys.addAll(keys(body)));
    if (keys.isEmpty()) {
      keys.addAll(bodies(attribution.source()));
    }
    return keys;
  }

  /** At whom an act is aimed: its target, else whom its content names. */
  Set<String> aimedAt(Attribution attribution) {
    List<Span> where =
        attribution.aim().target().isEmpty() ? attribution.content() : attribution.aim().target();
    Set<String> keys = named(where);
    if (keys.isEmpty()) {
      keys.addAll(bodies(where));
    }
    return keys;
  }

  /** Whom some stretches of the article name. */
  Set<String> named(List<Span> spans) {
    Set<String> keys = new HashSet<>();
    if (spans.isEmpty()) {
      return keys;
    }
    Words words = Words.in(text, spans);
    for (int i = 0; i < words.size(); i++) {
      if (!words.isCapitalised(i)) {
        continue;
      }
      Optional<Name> name = nameAt(words.start(i));
      boolean person = name.filter(n -> n.kind() == NameKind.PERSON).isPresent();
      boolean inside = person && words.end(i) + "'s".length() < name.get().span().end();
      if (inside) {
        continue;
      }
      String surname = words.normal(i);
      if (person) {
        entities
            .of(annotated.article().id(), name.get().span().in(text))
            .ifPresent(entity -> addPerson(entity, surname, keys));
      }
      add(words, i, keys);
    }
    return keys;
  }

  private static void add(Words words, int i, Set<String> keys) {
    String word = words.normal(i);
    boolean two = i + 1 < words.size() && Countries.isNameOfTwo(word, words.normal(i + 1));
    if (two) {
      keys.add(Countries.key(word + words.normal(i + 1)));
    } else if (word.length() > 1
        && !word.equals("states")
        && !CommonWords.contains(word)
        && !TITLES.contains(word)) {
      keys.add(Countries.key(word));
    } else if (word.equals("us") && words.raw(i).startsWith("U")) {
      keys.add(Countries.key(word));
    }
  }

  private static Set<String> keys(String name) {
    Set<String> keys = new HashSet<>();
    Words words = Words.in(name);
    for (int i = 0; i < words.size(); i++) {
      if (words.isCapitalised(i)) {
        add(words, i, keys);
      }
    }
    return keys;
  }

  private static void addPerson(Entity person, String surname, Set<String> keys) {
    String key = Countries.key(surname);
    keys.add(key);
    keys.add(person.id() + OF + key);
  }

  /** True where two can be of one side. Two persons of one surname are not. */
  static boolean meet(Set<String> one, Set<String> other) {
    for (String key : one) {
      boolean namesakes = key.indexOf(OF) < 0 && hasPerson(one, key) && hasPerson(other, key);
      if (other.contains(key) && !namesakes) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPerson(Set<String> keys, String surname) {
    return keys.stream().anyMatch(key -> key.endsWith(OF + surname));
  }

  /** True for a name of a person, a body or a country. */
  boolean isActor(Span name) {
    Optional<Name> found = nameAt(name.start());
    return found
            .filter(n -> n.kind() == NameKind.PERSON || n.kind() == NameKind.ORGANIZATION)
            .isPresent()
        || Words.in(text, name).normals().stream().allMatch(Countries::isKnown);
  }

  /** The first person or body that is named in a stretch. */
  Optional<Span> firstActor(Span stretch) {
    return annotated.names().stream()
        .map(Name::span)
        .filter(name -> name.start() >= stretch.start() && name.end() <= stretch.end())
        .filter(this::isActor)
        .findFirst();
  }

  private Set<String> bodies(List<Span> spans) {
    Set<String> keys = new HashSet<>();
    if (!spans.isEmpty()) {
      for (String word : Words.in(text, spans).normals()) {
        if (BODIES.contains(word)) {
          keys.add("the " + word);
        }
      }
    }
    return keys;
  }

  private Optional<Name> nameAt(int offset) {
    List<Name> names = annotated.names();
    int at = Passages.firstEndingAfter(offset, names, Name::span);
    return at < names.size() && names.get(at).span().contains(offset)
        ? Optional.of(names.get(at))
        : Optional.empty();
  }
}
