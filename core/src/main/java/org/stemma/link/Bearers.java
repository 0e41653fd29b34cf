package org.stemma.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.CommonWords;
import org.stemma.text.Spelling;
import org.stemma.text.Words;

/** Whom one article names. */
final class Bearers {
  /** Mentions of one name whose surroundings are read; more tell nothing new. */
  private static final int MOST_READ = 12;

  /** Names of speakers that nobody tagged, which are looked up in the text. */
  private static final int MOST_LOOKED_UP = 200;

  /** Characters between a name and another that the text introduces for it. */
  private static final int LONGEST_GAP = 60;

  /** Names that one article may introduce for others. */
  private static final int MOST_INTRODUCED = 200;

  /** A shorter quotation may be anybody's. */
  private static final int FEWEST_WORDS_SAID = 7;

  /** What stands between a name and another that the text introduces for it. */
  private static final Pattern KNOWN_AS =
      Pattern.compile(
          "(?:\\s+\\p{Ll}+)?[\\s,)(]*(?:(?:who|which)\\s+(?:is|are|was)\\s+)?"
              + "(?:(?:also|formerly|previously|otherwise)\\s+called"
              + "|(?:(?:also|better|best|formerly|previously|widely|otherwise)\\s+)?known\\s+as)"
              + "\\s+(?:the\\s+)?");

  private static final Pattern OPEN_BRACKET = Pattern.compile("(?:\\s+\\p{Ll}+)?\\s*[(\\[]");
  private static final Pattern COMMA_THE = Pattern.compile(",\\s+(?:or\\s+)?(?:the\\s+)?");

  private final Annotated annotated;
  private final String text;
  private final Optional<Instant> date;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Map<String, Bearer> byForm = new HashMap<>();
  private final Set<Bearer> bearers = new LinkedHashSet<>();

  /** One way to write one name, wherever the article has it. */
  private static final class Form {
    private final String written;
    private final NameKind kind;
    private final PersonName person;
    private final List<Span> mentions = new ArrayList<>();

    Form(String written, NameKind kind) {
      this.written = written;
      this.kind = kind;
      person = PersonName.of(written);
    }
  }

  private Bearers(Annotated annotated) {
    this.annotated = annotated;
    text = annotated.article().text();
    date = annotated.article().published().map(FoundDate::earliest);
  }

  /** Whom an article names, each once, in the order of the text. */
  static Collection<Bearer> in(Annotated annotated) {
    Bearers bearers = new Bearers(annotated);
    bearers.collect();
    bearers.group();
    bearers.introduce();
    bearers.describe();
    bearers.hear();
    return bearers.bearers;
  }

  // Forms

  private void collect() {
    Map<String, Map<NameKind, Integer>> kinds = new HashMap<>();
    for (Name name : annotated.names()) {
      if (name.kind() != NameKind.OTHER) {
        kinds
            .computeIfAbsent(name.span().in(text).strip(), w -> new EnumMap<>(NameKind.class))
            .merge(name.kind(), 1, Integer::sum);
      }
    }
    for (Name name : annotated.names()) {
      String written = name.span().in(text).strip();
      if (isName(written) && name.kind() != NameKind.OTHER) {
        forms
            .computeIfAbsent(written, w -> new Form(w, mostOften(kinds.get(w), name.kind())))
            .mentions
            .add(name.span());
      }
    }
    int lookedUp = 0;
    for (Attribution attribution : annotated.attributions()) {
      if (attribution.speaker() instanceof Speaker.Named named
          && !forms.containsKey(named.name())) {
        Form form = new Form(named.name(), kindOf(named.name()));
        forms.put(named.name(), form);
        if (lookedUp++ < MOST_LOOKED_UP) {
          int at = text.indexOf(named.name());
          if (at >= 0) {
            form.mentions.add(new Span(at, at + named.name().length()));
          }
        }
      }
    }
  }

  /** A country in the headline is often tagged as a body, and as a place from then on. */
  private static NameKind mostOften(Map<NameKind, Integer> counts, NameKind first) {
    NameKind most = first;
    for (Map.Entry<NameKind, Integer> count : counts.entrySet()) {
      most = count.getValue() > counts.get(most) ? count.getKey() : most;
    }
    return most;
  }

  /** False for a lone letter or full stop, and for "the" and "she", which name nobody. */
  private static boolean isName(String written) {
    List<String> words = Words.in(written).normals();
    return Spelling.folded(written).length() > 1
        && (BodyName.isAcronym(written) || !words.stream().allMatch(CommonWords::contains));
  }

  /** The kind of a speaker whose name nobody tagged. */
  private NameKind kindOf(String name) {
    for (Form form : forms.values()) {
      if (form.written.endsWith(" " + name) || name.endsWith(" " + form.written)) {
        return form.kind;
      }
    }
    boolean body = false;
    for (String word : name.split("\\s+", -1)) {
      body |=
          Offices.isGeneric(Spelling.folded(word)) && Character.isUpperCase(word.codePointAt(0));
    }
    return body || BodyName.isAcronym(name) ? NameKind.ORGANIZATION : NameKind.PERSON;
  }

  // Forms of one

  private void group() {
    Map<String, List<Bearer>> byLast = new HashMap<>();
    Map<String, Bearer> byKey = new HashMap<>();
    List<Form> shorter = new ArrayList<>();
    for (Form form : forms.values()) {
      // A tagger may take a surname for a body; the full name beside it tells otherwise.
      boolean oneWord =
          form.kind == NameKind.ORGANIZATION
              && form.written.indexOf(' ') < 0
              && !BodyName.isAcronym(form.written);
      if (oneWord || (form.kind == NameKind.PERSON && !form.person.isFull())) {
        shorter.add(form);
      } else {
        Bearer bearer = byKey.computeIfAbsent(key(form), k -> bearer(form));
        attach(form, bearer);
        if (form.kind == NameKind.PERSON) {
          PersonName name = form.person;
          addOnce(byLast, name.last(), bearer);
          addOnce(byLast, name.first(), bearer);
        }
      }
    }
    for (Form form : shorter) {
      PersonName name = form.person;
      List<Bearer> fuller =
          name.isEmpty() ? List.of() : byLast.getOrDefault(name.last(), List.of());
      // Of two of one surname nobody can tell here who is meant.
      Bearer bearer =
          fuller.size() == 1 ? fuller.get(0) : byKey.computeIfAbsent(key(form), k -> bearer(form));
      attach(form, bearer);
    }
  }

  private static void addOnce(Map<String, List<Bearer>> map, String key, Bearer bearer) {
    List<Bearer> held = map.computeIfAbsent(key, k -> new ArrayList<>());
    // More than one is enough to know that a surname alone does not tell.
    if (held.size() < 2 && !held.contains(bearer)) {
      held.add(bearer);
    }
  }

  /** Forms of one key are one; kinds are not told apart within an article. */
  private static String key(Form form) {
    if (form.kind == NameKind.PERSON) {
      PersonName name = form.person;
      return String.join(" ", name.parts()) + name.generation().map(g -> " " + g).orElse("");
    }
    String key = BodyName.of(form.written).key();
    return key.isEmpty() ? form.written : key;
  }

  private Bearer bearer(Form form) {
    Bearer bearer =
        new Bearer(annotated.article().id(), form.kind, PersonName.withoutPossessive(form.written));
    bearers.add(bearer);
    return bearer;
  }

  private void attach(Form form, Bearer bearer) {
    bearer.form(form.written);
    byForm.put(form.written, bearer);
  }

  // Names that the text introduces

  private void introduce() {
    List<Name> names = annotated.names();
    Map<Bearer, Bearer> acronymOf = new LinkedHashMap<>();
    Set<Bearer> ambiguous = new HashSet<>();
    int introduced = 0;
    for (int i = 0; i + 1 < names.size() && introduced < MOST_INTRODUCED; i++) {
      Bearer one = byForm.get(names.get(i).span().in(text).strip());
      Bearer other = byForm.get(names.get(i + 1).span().in(text).strip());
      if (one == null || other == null || one == other) {
        continue;
      }
      int end = names.get(i + 1).span().end();
      int from = names.get(i).span().end();
      int to = names.get(i + 1).span().start();
      String between = to - from > LONGEST_GAP ? "" : text.substring(from, to);
      if (one.kind() != NameKind.PLACE && KNOWN_AS.matcher(between).matches()) {
        if (BodyName.isAcronym(other.name())) {
          note(acronymOf, ambiguous, other, one);
        } else if (one.kind() == other.kind()) {
          introduced++;
          become(one, other);
        }
      } else if (isAcronymIn(one, other, between, end)) {
        note(acronymOf, ambiguous, other, one);
      } else if (isAcronymIn(other, one, between, end) || isSpeltOut(one, other, between)) {
        note(acronymOf, ambiguous, one, other);
      }
    }
    acronymOf.entrySet().stream()
        .limit(MOST_INTRODUCED)
        .forEach(entry -> shorten(entry.getKey(), entry.getValue(), ambiguous));
  }

  private void shorten(Bearer acronym, Bearer spelt, Set<Bearer> ambiguous) {
    if (!ambiguous.contains(acronym) && bearers.contains(acronym) && bearers.contains(spelt)) {
      spelt.acronym(acronym);
      remove(acronym, spelt);
    }
  }

  private static void note(
      Map<Bearer, Bearer> acronymOf, Set<Bearer> ambiguous, Bearer acronym, Bearer spelt) {
    Bearer before = acronymOf.putIfAbsent(acronym, spelt);
    if (before != null && before != spelt) {
      ambiguous.add(acronym);
    }
  }

  private void become(Bearer one, Bearer other) {
    one.alsoKnownAs(other);
    remove(other, one);
  }

  private void remove(Bearer gone, Bearer into) {
    bearers.remove(gone);
    gone.bearing().forms().forEach(form -> byForm.put(form, into));
  }

  /** "Sound Harbour Authority (SHA)". */
  private boolean isAcronymIn(Bearer spelt, Bearer acronym, String between, int end) {
    return spelt.kind() == NameKind.ORGANIZATION
        && !BodyName.isAcronym(spelt.name())
        && BodyName.isAcronym(acronym.name())
        && OPEN_BRACKET.matcher(between).matches()
        && end < text.length()
        && ")],;".indexOf(text.charAt(end)) >= 0;
  }

  /** "FPU, the Free Pilots Union". */
  private static boolean isSpeltOut(Bearer acronym, Bearer spelt, String between) {
    return spelt.kind() == NameKind.ORGANIZATION
        && BodyName.isAcronym(acronym.name())
        && COMMA_THE.matcher(between).matches()
        && initials(spelt.name()).equals(acronym.name().replace(".", ""));
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("\\s+", -1)) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }

  // What is told of them

  private void describe() {
    Appositions appositions = new Appositions(text, annotated.names());
    for (Form form : forms.values()) {
      Bearer bearer = byForm.get(form.written);
      Profile profile = bearer.profile();
      if (bearer.kind() == NameKind.PERSON) {
        profile.name(form.person);
      } else if (bearer.kind() == NameKind.ORGANIZATION) {
        profile.places(BodyName.of(form.written).owners());
      }
      int read = 0;
      for (Span mention : form.mentions) {
        if (read++ >= MOST_READ) {
          break;
        }
        Appositions.Beside beside = appositions.beside(withoutTitles(mention, bearer.kind(), form));
        if (bearer.kind() == NameKind.PERSON) {
          boolean full = form.person.isFull();
          beside.offices().forEach(office -> profile.office(office, date, full));
          beside.roles().forEach(profile::role);
          beside.age().ifPresent(age -> date.ifPresent(day -> profile.bornAbout(year(day) - age)));
        } else {
          profile.places(beside.owners());
        }
      }
    }
  }

  private static int year(Instant day) {
    return day.atZone(ZoneOffset.UTC).getYear();
  }

  /** Titles that were taken for a part of the name are read as what stands before it. */
  private Span withoutTitles(Span mention, NameKind kind, Form form) {
    List<String> titles = form.person.titles();
    int start = mention.start();
    while (kind == NameKind.PERSON) {
      int space = start;
      while (space < mention.end() && text.charAt(space) != ' ') {
        space++;
      }
      if (space + 1 >= mention.end()
          || !titles.contains(Spelling.folded(text.substring(start, space)))) {
        break;
      }
      start = space + 1;
    }
    return new Span(start, mention.end());
  }

  /** The words that each is quoted with. */
  private void hear() {
    for (Attribution attribution : annotated.attributions()) {
      if (attribution.isQuotation()
          && attribution.speaker() instanceof Speaker.Named named
          && byForm.containsKey(named.name())) {
        List<String> words = Words.in(text, attribution.content()).normals();
        if (words.size() >= FEWEST_WORDS_SAID) {
          byForm.get(named.name()).profile().said(saying(words));
        }
      }
    }
  }

  private static long saying(List<String> words) {
    long hash = 1125899906842597L;
    for (String word : words) {
      hash = 31 * hash + word.hashCode();
    }
    return hash;
  }
}
