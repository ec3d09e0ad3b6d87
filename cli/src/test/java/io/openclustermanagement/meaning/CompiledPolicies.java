package io.openclustermanagement.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies of generated sources, and how a cluster with one object stands with their templates. */
final class CompiledPolicies {
  private final PolicyEvaluator evaluator = PolicyEvaluator.standard();
  private final String schema;

  /**
   * @param schema a CRD that the sources import
   */
  CompiledPolicies(String schema) {
    this.schema = schema;
  }

  /** The templates of policies. */
  List<JsonObject> templates(String policies, long seed) {
    String source =
        """
        module laws
        hub namespace "acme"
        import crd "crd.yaml"
        %s"""
            .formatted(policies);
    SourceLoader loader = SourceLoader.of(List.of(new SourceFile("crd.yaml", schema)));
    CompilationResult result =
        Compiler.compile(
            List.of(new SourceFile("laws.ocm", source)),
            new CompilerOptions(Target.NATIVE, Map.of(), loader));
    assertThat(
            result.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(each -> each.summary() + " " + each.primary().span().text()))
        .as("seed %d%n%s", seed, source)
        .isEmpty();
    return result.objects().stream()
        .map(EmittedObject::object)
        .filter(Policy.class::isInstance)
        .map(Policy.class::cast)
        .flatMap(policy -> policy.spec().policyTemplates().stream())
        .map(PolicyTemplate::objectDefinition)
        .toList();
  }

  /** The verdict on a cluster that has this object alone. */
  TemplateVerdict evaluate(JsonObject template, JsonObject object) {
    Inventory inventory =
        Inventory.of(List.of(new GenericObject(object)), KubernetesSchemas.builtIn());
    return evaluator.evaluate(
        template, new ClusterState("c", Optional.empty(), inventory, Instant.EPOCH));
  }
}
