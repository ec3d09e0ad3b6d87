package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.compiler.program.KindReference;
import java.util.Set;

/**
 * Kinds that go into a policy as they are: the templates of the policy framework and those of
 * Gatekeeper, as upstream's template synchronisation takes them.
 */
final class PolicyTemplateKinds {

  private static final Set<String> OF_POLICY_GROUP =
      Set.of("ConfigurationPolicy", "CertificatePolicy", "OperatorPolicy");

  private PolicyTemplateKinds() {}

  static boolean contains(KindReference kind) {
    return switch (kind.group()) {
      case PolicyApi.GROUP -> OF_POLICY_GROUP.contains(kind.kind());
      case "rules.open-cluster-management.io" -> kind.kind().equals("RulePolicy");
      case "templates.gatekeeper.sh" -> kind.kind().equals("ConstraintTemplate");
      case "constraints.gatekeeper.sh" -> true;
      default -> false;
    };
  }
}
