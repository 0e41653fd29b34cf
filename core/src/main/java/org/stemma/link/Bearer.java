package org.stemma.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.model.ArticleId;
import org.stemma.model.Bearing;
import org.stemma.model.NameKind;

/** Whom one article names, in all forms that it uses, with what it tells of them. */
final class Bearer {
  private final ArticleId article;
  private final NameKind kind;
  private final String name;
  private final Set<String> forms = new TreeSet<>();
  private final List<String> fullNames = new ArrayList<>();
  private final Set<String> acronyms = new HashSet<>();
  private final Profile profile = new Profile();
  private Optional<Bearing> bearing = Optional.empty();
  private String id = "";

  /**
   * @param name the fullest form
   */
  Bearer(ArticleId article, NameKind kind, String name) {
    this.article = article;
    this.kind = kind;
    this.name = name;
    fullNames.add(name);
    forms.add(name);
  }

  ArticleId article() {
    return article;
  }

  NameKind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  void form(String form) {
    forms.add(form);
  }

  /** Another name in full that the text introduces: "also known as". */
  void alsoKnownAs(Bearer other) {
    forms.addAll(other.forms);
    fullNames.addAll(other.fullNames);
    acronyms.addAll(other.acronyms);
    profile.addAll(other.profile);
  }

  /** An acronym that the text introduces. */
  void acronym(Bearer other) {
    forms.addAll(other.forms);
    acronyms.add(BodyName.of(other.name).key());
  }

  List<String> fullNames() {
    return fullNames;
  }

  /** Keys of the acronyms that the text introduces for it. */
  Set<String> acronyms() {
    return acronyms;
  }

  Profile profile() {
    return profile;
  }

  /** As in {@link Bearing#id}. */
  String id() {
    if (id.isEmpty()) {
      id = bearing().id();
    }
    return id;
  }

  /** Made once for the forms it has: bearings are sorted, and asked for often. */
  Bearing bearing() {
    if (bearing.isEmpty() || bearing.get().forms().size() != forms.size()) {
      bearing = Optional.of(new Bearing(article, name, List.copyOf(forms)));
    }
    return bearing.get();
  }
}
