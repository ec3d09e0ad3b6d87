package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules and conditions on resources speak of. */
final class Subjects {

  /** The kinds that {@code AnyPod} stands for: a pod, and what makes pods from a template. */
  private static final Map<String, String> POD_KINDS = podKinds();

  /**
   * Resources of some kinds.
   *
   * @param anyPod whether the pods in them are meant
   */
  record Subject(List<KindReference> kinds, boolean anyPod, Type type) {}

  private Subjects() {}

  private static Map<String, String> podKinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("Pod", "v1");
    List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet")
        .forEach(kind -> kinds.put(kind, "apps/v1"));
    List.of("Job", "CronJob").forEach(kind -> kinds.put(kind, "batch/v1"));
    return kinds;
  }

  /** The resources of kinds that a source names; empty after a report. */
  static Optional<Subject> of(List<KindName> names, Context context) {
    if (names.getFirst().kind().equals(PodShape.NAME)) {
      reportNotAlone(names, context);
      return anyPod(names.getFirst(), context);
    }
    List<KindReference> kinds = new ArrayList<>();
    names.forEach(name -> context.scope().kinds().resolve(name).ifPresent(kinds::add));
    if (kinds.size() < names.size()) {
      return Optional.empty();
    }
    List<Type> types = kinds.stream().map(ResourceShapes::of).toList();
    return Optional.of(new Subject(kinds, false, ResourceShapes.common(types)));
  }

  private static void reportNotAlone(List<KindName> names, Context context) {
    if (names.size() > 1) {
      context
          .findings()
          .add(
              Diagnostic.error(Code.WRONG_ARGUMENTS, names.get(1).span(), "`AnyPod` stands alone.")
                  .note("it is a pod, or the template of pods in every kind that makes pods"));
    }
  }

  private static Optional<Subject> anyPod(KindName written, Context context) {
    List<KindReference> kinds = new ArrayList<>();
    POD_KINDS.forEach(
        (kind, apiVersion) ->
            context
                .scope()
                .kinds()
                .resolve(new KindName(kind, apiVersion, written.at()))
                .ifPresent(kinds::add));
    return Optional.of(new Subject(kinds, true, ResourceShapes.anyPod()));
  }

  /** The variable of a resource that has a name in the source. */
  static Variable variable(Name name, Subject subject) {
    return Quantifiers.variable(name, subject.type());
  }

  /** The variable of a resource whose fields have bare names. */
  static Variable nameless(Origin origin, Subject subject) {
    return new Variable("object@" + origin.span().start(), subject.type(), origin);
  }
}
