package io.openclustermanagement.governance.compare;

/** Whether an absent value is as good as the zero value of its type. */
enum Leniency {
  /** Where an API server has the last word: an absent value is reported as a missing key. */
  STRICT,
  /** Where none is asked, for objects that are searched and for maps in lists. */
  ZERO_IS_ABSENT
}
