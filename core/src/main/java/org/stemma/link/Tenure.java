package org.stemma.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** When, and in whose service, somebody is said to hold one office. */
final class Tenure {
  /** Two mentions of one office that are further apart may be of two who held it. */
  private static final Duration ONE_TERM = Duration.ofDays(400);

  private final boolean unique;
  private final Set<String> places = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  private boolean besideFullName;
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  Tenure(boolean unique) {
    this.unique = unique;
  }

  void add(Office office, Optional<Instant> date, boolean fullName) {
    besideFullName |= fullName;
    places.addAll(office.places());
    bodies.addAll(office.bodies());
    if (!office.past()) {
      from = earlier(from, date);
      to = later(to, date);
    }
  }

  void addAll(Tenure other) {
    besideFullName |= other.besideFullName;
    places.addAll(other.places);
    bodies.addAll(other.bodies);
    from = earlier(from, other.from);
    to = later(to, other.to);
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
  }

  Tenure copy() {
    Tenure copy = new Tenure(unique);
    copy.addAll(this);
    return copy;
  }

  /**
   * True when it is told beside a name in full. "President Quill" in an article that otherwise
   * names only Ada Quill may be her brother.
   */
  boolean isBesideFullName() {
    return besideFullName;
  }

  boolean isUnique() {
    return unique;
  }

  Set<String> places() {
    return places;
  }

  /** True when both say whose the office is, and say otherwise. */
  boolean isElsewhere(Tenure other) {
    return apart(places, other.places) || apart(bodies, other.bodies);
  }

  /** True when both say whose it is, and agree. */
  boolean isOfTheSame(Tenure other) {
    return meet(places, other.places) || meet(bodies, other.bodies);
  }

  /** True when both are known to be held at dates, and at the same time. */
  boolean overlaps(Tenure other) {
    return from.isPresent()
        && other.from.isPresent()
        && !from.get().isAfter(other.to.get())
        && !other.from.get().isAfter(to.get());
  }

  /** True when so little time is between that one person may well hold both. */
  boolean isNear(Tenure other, Duration most) {
    return from.isPresent()
        && other.from.isPresent()
        && !from.get().minus(most).isAfter(other.to.get())
        && !other.from.get().minus(most).isAfter(to.get());
  }

  /** True when they lie within one term of office. */
  boolean isInOneTerm(Tenure other) {
    return isNear(other, ONE_TERM);
  }

  static <T> boolean apart(Set<T> one, Set<T> other) {
    return !one.isEmpty() && !other.isEmpty() && !meet(one, other);
  }

  static <T> boolean meet(Set<T> one, Set<T> other) {
    Set<T> smaller = one.size() <= other.size() ? one : other;
    Set<T> larger = one.size() <= other.size() ? other : one;
    return smaller.stream().anyMatch(larger::contains);
  }
}
