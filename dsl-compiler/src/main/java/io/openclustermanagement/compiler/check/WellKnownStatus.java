package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.KindReference;
import java.util.Set;

/**
 * Kinds of which the agent knows what is worth reporting, see {@code
 * pkg/work/spoke/statusfeedback/rules}.
 */
final class WellKnownStatus {

  private static final Set<String> KINDS =
      Set.of("apps/v1 Deployment", "apps/v1 DaemonSet", "batch/v1 Job", "v1 Pod");

  private WellKnownStatus() {}

  static boolean has(KindReference kind) {
    return KINDS.contains(kind.apiVersion() + " " + kind.kind());
  }
}
