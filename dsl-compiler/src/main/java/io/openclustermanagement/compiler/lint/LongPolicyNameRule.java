package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A policy whose name is too long for what a hub makes of it. */
final class LongPolicyNameRule implements LintRule {

  @Override
  public Code code() {
    return Code.LONG_POLICY_NAME;
  }

  /** Namespace, a dot and the name become the value of a label, which has at most 63 characters. */
  private static final int LONGEST = 62;

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (LintedObject each : input.objects()) {
      if (each.object() instanceof Policy policy) {
        ObjectMeta metadata = policy.metadata();
        String namespace = metadata.namespace() == null ? "" : metadata.namespace();
        int length = namespace.length() + metadata.name().length();
        if (length > LONGEST) {
          report.accept(
              finding(
                      each.at("/metadata/name"),
                      "The namespace and name of the policy `%s` are too long together."
                          .formatted(metadata.name()))
                  .label("%d characters, of which a hub takes %d".formatted(length, LONGEST))
                  .help("shorten the name by %d.".formatted(length - LONGEST)));
        }
      }
    }
  }
}
