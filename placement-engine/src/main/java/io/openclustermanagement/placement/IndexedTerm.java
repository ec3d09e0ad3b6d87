package io.openclustermanagement.placement;

import java.time.Instant;

/** A term with the clusters for which it holds. */
final class IndexedTerm {
  private final int id;
  private final Term term;
  private final boolean timed;
  private long[] bits;
  private Instant time;

  IndexedTerm(int id, Term term, long[] bits, Instant time) {
    this.id = id;
    this.term = term;
    this.timed = term.isTimed();
    this.bits = bits;
    this.time = time;
  }

  /** A small number that is unique in its index. */
  int id() {
    return id;
  }

  Term term() {
    return term;
  }

  /** Whether the bitmap was worked out for another time and the time matters. */
  boolean isOutdated(Instant now) {
    return timed && !now.equals(time);
  }

  boolean isTimed() {
    return timed;
  }

  /** The bitmap, to be read only. */
  long[] bits() {
    return bits;
  }

  boolean get(int position) {
    return Bitmap.get(bits, position);
  }

  void set(int position, boolean holds) {
    Bitmap.set(bits, position, holds);
  }

  /** The bitmap of a fleet in which clusters were added or removed. */
  void replace(long[] changed) {
    bits = changed;
  }

  /** The bitmap worked out for another time. */
  void replace(long[] changed, Instant at) {
    bits = changed;
    time = at;
  }
}
