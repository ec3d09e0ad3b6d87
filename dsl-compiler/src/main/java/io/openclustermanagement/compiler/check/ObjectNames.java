package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Origin;

/** Limits on names of which upstream makes the value of a label, together with their namespace. */
final class ObjectNames {

  /** Namespace and name of a policy, as upstream's webhook counts them: without the dot. */
  static final int MAX_POLICY = 62;

  /** Namespace and name of a ManifestWorkReplicaSet, which a label of its works joins by a dot. */
  static final int MAX_DEPLOYMENT = 62;

  private ObjectNames() {}

  /** Reports a namespace and a name that are too long together. */
  static void requireTogether(
      Findings findings, String namespace, String name, int limit, Origin origin, String noun) {
    int length =
        namespace.codePointCount(0, namespace.length()) + name.codePointCount(0, name.length());
    if (length > limit) {
      findings.add(
          Diagnostic.error(
                  Code.NAME_TOO_LONG,
                  origin.span(),
                  "Namespace and name of the %s `%s` have %d letters, at most %d can be used."
                      .formatted(noun, name, length, limit))
              .note("both together become the value of a label, which has at most 63")
              .value("namespace", namespace)
              .help("choose a shorter name, or another one on the hub with `named`."));
    }
  }
}
