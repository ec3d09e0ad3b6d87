package io.openclustermanagement.compiler.program;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a policy found on a cluster. */
public enum Compliance {
  COMPLIANT("Compliant"),
  NON_COMPLIANT("NonCompliant"),
  PENDING("Pending"),
  /** Nothing has been reported, or not for too long. */
  UNKNOWN("Unknown");

  private final String text;

  Compliance(String text) {
    this.text = text;
  }

  /** As it is written, and as {@code status.compliant} has it. */
  public String text() {
    return text;
  }

  /** The state of a name; empty if there is none. */
  public static Optional<Compliance> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
  }

  /** The names of all states. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Compliance::text).toList();
  }
}
