package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Policies that wait for each other, and so for ever. */
final class DependencyCycleRule implements LintRule {

  /** Nobody follows a longer chain, and following it takes stack. */
  private static final int LONGEST_CHAIN = 500;

  @Override
  public Code code() {
    return Code.DEPENDENCY_CYCLE;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    Map<String, LintedObject> policies = new LinkedHashMap<>();
    for (LintedObject each : input.objects()) {
      if (each.object() instanceof Policy policy) {
        policies.putIfAbsent(id(policy.metadata().namespace(), policy.metadata().name()), each);
      }
    }
    Set<String> done = new HashSet<>();
    policies.keySet().forEach(id -> follow(id, policies, new ArrayList<>(), done, report));
  }

  private void follow(
      String id,
      Map<String, LintedObject> policies,
      List<String> path,
      Set<String> done,
      Consumer<Diagnostic.Builder> report) {
    LintedObject object = policies.get(id);
    if (path.size() > LONGEST_CHAIN
        || object == null
        || !(object.object() instanceof Policy policy)
        || !done.add(id)) {
      return;
    }
    path.add(id);
    dependencies(policy)
        .forEach(
            (pointer, next) -> {
              int start = path.indexOf(next);
              if (start >= 0) {
                report.accept(cycle(object.at(pointer), path.subList(start, path.size())));
              } else {
                follow(next, policies, path, done, report);
              }
            });
    path.removeLast();
  }

  private Diagnostic.Builder cycle(SourceSpan at, List<String> cycle) {
    String names =
        cycle.stream()
            .map(id -> "`" + id.substring(id.indexOf('/') + 1) + "`")
            .collect(Collectors.joining(" → "));
    return finding(
            at,
            cycle.size() == 1
                ? "The policy %s waits for itself.".formatted(names)
                : "Policies wait for each other: %s → `%s`."
                    .formatted(
                        names, cycle.getFirst().substring(cycle.getFirst().indexOf('/') + 1)))
        .note("each stays Pending for ever")
        .help("take one of the dependencies out.");
  }

  /** The policies that a policy waits for, by where it says so. */
  private static Map<String, String> dependencies(Policy policy) {
    Map<String, String> found = new LinkedHashMap<>();
    String namespace = policy.metadata().namespace();
    add("/spec/dependencies", policy.spec().dependencies(), namespace, found);
    List<PolicyTemplate> templates = policy.spec().policyTemplates();
    for (int i = 0; i < templates.size(); i++) {
      add(
          "/spec/policy-templates/%d/extraDependencies".formatted(i),
          templates.get(i).extraDependencies(),
          namespace,
          found);
    }
    return found;
  }

  private static void add(
      String pointer,
      List<PolicyDependency> dependencies,
      @Nullable String namespace,
      Map<String, String> found) {
    for (int i = 0; i < dependencies.size(); i++) {
      PolicyDependency each = dependencies.get(i);
      if (each.kind().equals(Policy.KIND)) {
        found.put(
            pointer + "/" + i,
            id(each.namespace() == null ? namespace : each.namespace(), each.name()));
      }
    }
  }

  private static String id(@Nullable String namespace, String name) {
    return (namespace == null ? "" : namespace) + "/" + name;
  }
}
