package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.Optional;

/** Whether something only reports or also repairs, and which objects go when it goes. */
public record Mode(Remediation remediation, Optional<Prune> prune, Origin origin) {

  /** What is done about a violation. */
  public enum Remediation {
    INFORM,
    ENFORCE
  }

  /** Which objects are deleted with the policy. */
  public enum Prune {
    /** Those that it created. */
    CREATED,
    /** All that it speaks of. */
    ALL
  }
}
