package org.stemma.read;

import java.util.Optional;
import org.stemma.model.Outcome;

/** How much came out of an archive, held against the limits on all of it and on each part. */
final class Unpacked {
  /** Below this unpacked size no ratio is suspicious: a short file of blanks packs well. */
  private static final long RATIO_FROM = 64L << 20;

  private final Limits limits;
  private long all;
  private long ofPart;
  private long packedBefore;
  private boolean full;

  Unpacked(Limits limits) {
    this.limits = limits;
  }

  /**
   * Another part starts.
   *
   * @param packed bytes that were read so far
   */
  void startPart(long packed) {
    ofPart = 0;
    packedBefore = packed;
  }

  /**
   * Counts bytes of the part that came out.
   *
   * @param packed bytes that were read so far
   * @return why no more of it may come out; empty where more may
   */
  Optional<Damaged> count(int bytes, long packed) {
    ofPart += bytes;
    all += bytes;
    if (all > limits.archiveBytes()) {
      full = true;
      return tooLarge("unpacks to more than " + Limits.words(limits.archiveBytes()));
    }
    return ofPart > RATIO_FROM && ofPart / limits.archiveRatio() > packed - packedBefore
        ? tooLarge("packed so tightly that it looks like a trap")
        : Optional.empty();
  }

  private static Optional<Damaged> tooLarge(String reason) {
    return Optional.of(new Damaged(Outcome.Kind.TOO_LARGE, reason));
  }

  /** Bytes of the part that came out so far. */
  long ofPart() {
    return ofPart;
  }

  /** True where the archive as a whole gave all that is taken of one. */
  boolean isFull() {
    return full;
  }
}
