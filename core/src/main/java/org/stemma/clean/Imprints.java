package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Imprint;
import org.stemma.model.ZoneRole;

/** What a page says of itself: from its draft, and where that does not tell, from its lines. */
final class Imprints {
  /** Lines with a byline that are looked at: "By Ana Ruiz", "Political Editor". */
  private static final int BYLINES = 4;

  private final Draft draft;
  private final List<ZoneRole> roles;
  private final Optional<String> dateline;

  Imprints(Draft draft, List<ZoneRole> roles, Optional<Dateline> dateline) {
    this.draft = draft;
    this.roles = roles;
    this.dateline = dateline.map(Dateline::words);
  }

  Imprint imprint() {
    Imprint told = draft.imprint();
    Optional<String> outlet = told.outlet().or(this::outlet);
    List<String> toldPeople =
        others(
            told.authors().isEmpty()
                ? told.byline().map(Bylines::people).orElse(List.of())
                : told.authors(),
            outlet);
    List<String> printed = bylines();
    List<String> people = others(Bylines.people(printed), outlet);
    // A byline that names nobody ("Staff") gives way to one that does.
    boolean onPage = toldPeople.isEmpty() && (told.byline().isEmpty() || !people.isEmpty());
    return new Imprint(
        outlet,
        told.headline().or(() -> line(ZoneRole.HEADLINE)),
        onPage ? byline(printed) : told.byline(),
        onPage ? people : toldPeople,
        told.dateline().or(() -> dateline),
        credit(told, printed).filter(agency -> !isOutlet(agency, outlet)));
  }

  private Optional<String> outlet() {
    return Outlets.inCopyright(draft.blocks(), roles).or(() -> Addresses.host(draft.address()));
  }

  /** The agency that is credited for the whole text, by markup, dateline, byline or the foot. */
  private Optional<String> credit(Imprint told, List<String> printed) {
    return told.credit()
        .or(() -> dateline.flatMap(Agencies::inDateline))
        .or(() -> told.byline().flatMap(Imprints::agency))
        .or(() -> printed.stream().flatMap(line -> agency(line).stream()).findFirst())
        .or(() -> Agencies.atFoot(draft.text(), draft.blocks(), roles))
        .or(() -> Outlets.agencyInCopyright(draft.blocks(), roles));
  }

  private static Optional<String> agency(String byline) {
    return Agencies.in(byline).or(() -> Bylines.name(byline).flatMap(Agencies::in));
  }

  /** An outlet that signs with its own name is no author. */
  private static List<String> others(List<String> names, Optional<String> outlet) {
    return names.stream().filter(name -> !isOutlet(name, outlet)).toList();
  }

  private static boolean isOutlet(String agency, Optional<String> outlet) {
    return outlet.filter(name -> Outlets.bare(name).equals(Outlets.bare(agency))).isPresent();
  }

  private static Optional<String> byline(List<String> printed) {
    return printed.stream()
        .filter(line -> !Bylines.people(line).isEmpty())
        .findFirst()
        .or(() -> printed.stream().findFirst())
        .flatMap(Bylines::name);
  }

  private Optional<String> line(ZoneRole role) {
    int at = roles.indexOf(role);
    return at < 0 ? Optional.empty() : Optional.of(draft.blocks().get(at).line());
  }

  /** The lines with a byline, in text order; those of other stories below are not looked at. */
  private List<String> bylines() {
    List<String> lines = new ArrayList<>();
    boolean text = false;
    for (int i = 0; i < roles.size() && lines.size() < BYLINES; i++) {
      text |= roles.get(i) == ZoneRole.BODY;
      if (roles.get(i) == ZoneRole.BYLINE) {
        lines.add(draft.blocks().get(i).line());
      } else if (roles.get(i) == ZoneRole.COMMENT && text) {
        break;
      }
    }
    return lines;
  }
}
