package org.stemma.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.Bearing;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.NameKind;
import org.stemma.model.Union;

/** Replays what people decided over what was found. */
final class Decided {
  private final List<Bearer> bearers;
  private final List<Union> found;
  private final Map<String, Integer> byId = new HashMap<>();

  /** The group of each bearer; groups have numbers that nothing else depends on. */
  private final int[] group;

  private final Map<Integer, Set<Integer>> members = new TreeMap<>();

  /** The bearers of renaming decisions, the latest last, and their new names. */
  private final Map<Integer, String> renamed = new LinkedHashMap<>();

  private final Set<Integer> nobody = new HashSet<>();
  private final List<Union> decided = new ArrayList<>();
  private int nextGroup;

  Decided(Groups groups, DecisionLog log) {
    bearers = groups.bearers();
    found = groups.unions();
    group = new int[bearers.size()];
    for (int i = 0; i < bearers.size(); i++) {
      byId.put(bearers.get(i).id(), i);
      group[i] = groups.root(i);
      members.computeIfAbsent(group[i], g -> new TreeSet<>()).add(i);
    }
    nextGroup = bearers.size();
    log.standing().forEach(this::replay);
  }

  private void replay(Decision decision) {
    if (decision instanceof Decision.Merge merge) {
      merge(merge.bearings());
    } else if (decision instanceof Decision.Split split) {
      split(split.bearings());
    } else if (decision instanceof Decision.Rename rename) {
      bearer(rename.bearing())
          .ifPresent(
              i -> {
                renamed.remove(i);
                renamed.put(i, rename.name());
              });
    } else if (decision instanceof Decision.NotASpeaker not) {
      bearer(not.bearing()).ifPresent(nobody::add);
    } else if (decision instanceof Decision.SetSpeaker set) {
      // Where the article does not name the speaker itself, the name it was given is one more use.
      String given = new Bearing(set.attribution().article(), set.name(), List.of(set.name())).id();
      merge(List.of(set.bearing(), given));
    }
  }

  private Optional<Integer> bearer(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private void merge(List<String> ids) {
    Optional<Integer> first = Optional.empty();
    for (String id : ids) {
      Optional<Integer> one = bearer(id);
      if (one.isPresent() && first.isPresent() && group[one.get()] != group[first.get()]) {
        Set<Integer> moved = members.remove(group[one.get()]);
        Set<Integer> into = members.get(group[first.get()]);
        for (int i : moved) {
          group[i] = group[first.get()];
        }
        into.addAll(moved);
        decided.add(new Union(idOf(first.get()), id, Union.Reason.DECIDED));
      }
      first = first.or(() -> one);
    }
  }

  private String idOf(int bearer) {
    return bearers.get(bearer).id();
  }

  private void split(List<String> ids) {
    Set<Integer> apart = new TreeSet<>();
    ids.forEach(id -> bearer(id).ifPresent(apart::add));
    if (apart.isEmpty()) {
      return;
    }
    int fresh = nextGroup++;
    for (int i : apart) {
      Set<Integer> left = members.get(group[i]);
      left.remove(i);
      if (left.isEmpty()) {
        members.remove(group[i]);
      }
      group[i] = fresh;
    }
    members.put(fresh, apart);
  }

  Entities entities() {
    Map<Integer, List<Union>> unions = new HashMap<>();
    for (List<Union> some : List.of(found, decided)) {
      for (Union union : some) {
        int one = group[byId.get(union.one())];
        if (one == group[byId.get(union.other())]) {
          unions.computeIfAbsent(one, g -> new ArrayList<>()).add(union);
        }
      }
    }
    Map<Integer, String> chosen = new HashMap<>();
    renamed.forEach((bearer, name) -> chosen.put(group[bearer], name));
    List<Entity> entities = new ArrayList<>();
    members.forEach(
        (number, all) ->
            entities.add(
                entity(
                    all,
                    Optional.ofNullable(chosen.get(number)),
                    unions.getOrDefault(number, List.of()))));
    return new Entities(entities);
  }

  private Entity entity(Set<Integer> all, Optional<String> chosen, List<Union> unions) {
    List<Bearing> bearings = new ArrayList<>();
    boolean isSpeaker = true;
    String id = "";
    Map<NameKind, Integer> kinds = new TreeMap<>();
    for (int i : all) {
      Bearing bearing = bearers.get(i).bearing();
      bearings.add(bearing);
      id = id.isEmpty() || bearing.id().compareTo(id) < 0 ? bearing.id() : id;
      isSpeaker &= !nobody.contains(i);
      kinds.merge(bearers.get(i).kind(), 1, Integer::sum);
    }
    NameKind kind =
        kinds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    String name = chosen.orElseGet(() -> fullest(bearings));
    return new Entity(id, name, kind, isSpeaker, bearings, unions);
  }

  /** The name in full that most articles give: without titles, and not the surname alone. */
  private static String fullest(List<Bearing> bearings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    bearings.forEach(bearing -> counts.merge(bearing.name(), 1, Integer::sum));
    Comparator<String> full = Comparator.comparing(name -> name.strip().indexOf(' ') > 0);
    return counts.keySet().stream()
        .max(
            full.thenComparing(name -> PersonName.of(name).titles().isEmpty())
                .thenComparing(counts::get)
                .thenComparing(String::length)
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }
}
