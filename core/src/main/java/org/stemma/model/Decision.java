package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What a person decided about speakers. Decisions are kept in a log that only grows; a decision's
 * number is its place in the log, from 1. They name {@linkplain Bearing#id bearings}, so that they
 * hold for whatever is found when pages come or are read again; one that names a bearing which is
 * not there rests until it is.
 */
public sealed interface Decision {
  /** When it was taken. */
  Instant at();

  /** The bearings that it names. */
  List<String> bearings();

  /** What it is called in files and in the API. */
  default String kind() {
    if (this instanceof Merge) {
      return "merge";
    }
    if (this instanceof Split) {
      return "split";
    }
    if (this instanceof Rename) {
      return "rename";
    }
    return this instanceof NotASpeaker ? "not_a_speaker" : "revert";
  }

  /**
   * The entities of these bearings are one.
   *
   * @param bearings two or more
   */
  record Merge(Instant at, List<String> bearings) implements Decision {
    public Merge {
      requireNonNull(at, "at");
      bearings = List.copyOf(bearings);
      if (bearings.size() < 2) {
        throw new IllegalArgumentException("to merge takes two bearings, not " + bearings.size());
      }
    }
  }

  /**
   * These bearings are one entity of their own, apart from those they were with.
   *
   * @param bearings one or more
   */
  record Split(Instant at, List<String> bearings) implements Decision {
    public Split {
      requireNonNull(at, "at");
      bearings = List.copyOf(bearings);
      if (bearings.isEmpty()) {
        throw new IllegalArgumentException("to split takes a bearing");
      }
    }
  }

  /** The entity of this bearing is to be shown under this name. */
  record Rename(Instant at, String bearing, String name) implements Decision {
    public Rename {
      requireNonNull(at, "at");
      requireNonNull(bearing, "bearing");
      if (name.isBlank()) {
        throw new IllegalArgumentException("a name must not be blank");
      }
    }

    @Override
    public List<String> bearings() {
      return List.of(bearing);
    }
  }

  /** The entity of this bearing is no person and no body: no speaker. */
  record NotASpeaker(Instant at, String bearing) implements Decision {
    public NotASpeaker {
      requireNonNull(at, "at");
      requireNonNull(bearing, "bearing");
    }

    @Override
    public List<String> bearings() {
      return List.of(bearing);
    }
  }

  /**
   * An earlier decision no longer holds; to revert a reverting one brings it back.
   *
   * @param number of the decision, from 1
   */
  record Revert(Instant at, int number) implements Decision {
    public Revert {
      requireNonNull(at, "at");
      if (number < 1) {
        throw new IllegalArgumentException("decisions are numbered from 1, not " + number);
      }
    }

    @Override
    public List<String> bearings() {
      return List.of();
    }
  }
}
