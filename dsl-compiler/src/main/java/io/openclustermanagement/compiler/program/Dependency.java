package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.Optional;

/**
 * What must be in a state before a policy or a template is evaluated.
 *
 * @param origin the whole clause
 */
public record Dependency(On on, State state, Origin origin) {

  /** The states that can be waited for. */
  public enum State {
    COMPLIANT("Compliant"),
    NON_COMPLIANT("NonCompliant"),
    PENDING("Pending");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word of the language and of the API. */
    public String word() {
      return word;
    }
  }

  /** What is waited for. */
  public sealed interface On {
    /** A policy of these sources. */
    record Policy(GlobalName policy) implements On {}

    /** Every policy of a set. */
    record PolicySet(GlobalName set) implements On {}

    /**
     * One template of a policy.
     *
     * @param template its name in the source
     * @param isRule whether it is a {@code rule}, for which upstream cannot wait: a RulePolicy lies
     *     in the namespace of its cluster, which a dependency of another group cannot name
     */
    record Template(GlobalName policy, String template, boolean isRule) implements On {}

    /** An object that no source declares. */
    record ClusterObject(String apiVersion, String kind, String name, Optional<String> namespace)
        implements On {}
  }
}
