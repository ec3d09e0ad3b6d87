package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what a compilation finds; the same finding at the same place counts once. */
public final class Findings {

  private final List<Diagnostic> list = new ArrayList<>();
  private final Set<Diagnostic> seen = new HashSet<>();
  private int errors;

  public void add(Diagnostic.Builder finding) {
    add(finding.build());
  }

  public void add(Diagnostic finding) {
    if (seen.add(finding)) {
      list.add(finding);
      errors += finding.isError() ? 1 : 0;
    }
  }

  /** How many errors there are so far; more afterwards means that something was wrong. */
  public int errors() {
    return errors;
  }

  public List<Diagnostic> list() {
    return List.copyOf(list);
  }
}
