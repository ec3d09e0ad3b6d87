package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.BindingOverrides;
import io.openclustermanagement.api.policy.BindingSubject;
import io.openclustermanagement.api.policy.OverrideAction;
import io.openclustermanagement.api.policy.PlacementApiGroup;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PlacementKind;
import io.openclustermanagement.api.policy.PlacementReference;
import io.openclustermanagement.api.policy.SubFilter;
import io.openclustermanagement.api.policy.SubjectApiGroup;
import io.openclustermanagement.api.policy.SubjectKind;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.program.BindingDefinition;
import io.openclustermanagement.compiler.program.BindingDefinition.Enforcement;
import io.openclustermanagement.compiler.program.BindingDefinition.Subject;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes PlacementBindings. Their names follow from what they bind and where, so that they stay the
 * same when others are added.
 */
record BindingEmitter(Program program) {

  /** One binding of a policy for each of its placements. */
  List<EmittedObject> of(PolicyDefinition policy) {
    BindingSubject subject = subject(SubjectKind.POLICY, policy.metadata().name());
    return policy.placements().stream()
        .map(
            use ->
                binding(
                    policy.namespace(),
                    policy.metadata().name() + "-on-" + placement(use),
                    List.of(subject),
                    List.of(policy.nameOrigin()),
                    use,
                    Enforcement.UNCHANGED,
                    use.origin()))
        .toList();
  }

  /** The bindings of a set, and those that enforce it where it goes anyhow. */
  List<EmittedObject> of(PolicySetDefinition set) {
    List<EmittedObject> bindings = new ArrayList<>();
    set.placements().forEach(use -> bindings.add(of(set, use, Enforcement.UNCHANGED)));
    set.enforced().forEach(use -> bindings.add(of(set, use, Enforcement.ENFORCING_RESTRICTED)));
    return bindings;
  }

  private EmittedObject of(PolicySetDefinition set, Use use, Enforcement enforcement) {
    String infix = enforcement == Enforcement.UNCHANGED ? "-set-on-" : "-set-enforced-on-";
    return binding(
        set.namespace(),
        set.metadata().name() + infix + placement(use),
        List.of(subject(SubjectKind.POLICY_SET, set.metadata().name())),
        List.of(set.nameOrigin()),
        use,
        enforcement,
        use.origin());
  }

  EmittedObject of(BindingDefinition binding) {
    List<BindingSubject> subjects = binding.subjects().stream().map(this::subject).toList();
    String name =
        subjects.stream().map(BindingSubject::name).collect(Collectors.joining("-"))
            + infix(binding.enforcement())
            + placement(binding.placement());
    return binding(
        binding.namespace(),
        binding.objectName().map(Located::text).orElse(name),
        subjects,
        binding.subjects().stream().map(each -> each.use().origin()).toList(),
        binding.placement(),
        binding.enforcement(),
        binding.origin());
  }

  private static String infix(Enforcement enforcement) {
    return switch (enforcement) {
      case UNCHANGED -> "-to-";
      case ENFORCING -> "-enforced-to-";
      case ENFORCING_RESTRICTED -> "-enforced-within-";
    };
  }

  private EmittedObject binding(
      String namespace,
      String name,
      List<BindingSubject> subjects,
      List<Origin> subjectOrigins,
      Use placement,
      Enforcement enforcement,
      Origin origin) {
    Pointers pointers = new Pointers();
    pointers.put("", origin);
    pointers.put("/placementRef", placement.origin());
    for (int i = 0; i < subjectOrigins.size(); i++) {
      pointers.put("/subjects", i, subjectOrigins.get(i));
    }
    boolean unchanged = enforcement == Enforcement.UNCHANGED;
    return new EmittedObject(
        new PlacementBinding(
            ObjectMeta.named(namespace, name),
            unchanged ? null : new BindingOverrides(OverrideAction.ENFORCE),
            enforcement == Enforcement.ENFORCING_RESTRICTED ? SubFilter.RESTRICTED : null,
            new PlacementReference(
                PlacementApiGroup.CLUSTER, PlacementKind.PLACEMENT, placement(placement)),
            subjects,
            null),
        pointers.map());
  }

  private BindingSubject subject(Subject subject) {
    return switch (subject) {
      case Subject.Policy(Use use) ->
          subject(
              SubjectKind.POLICY,
              program
                  .policy(use.name())
                  .map(policy -> policy.metadata().name())
                  .orElse(use.name().name()));
      case Subject.PolicySet(Use use) ->
          subject(
              SubjectKind.POLICY_SET,
              program
                  .policySet(use.name())
                  .map(set -> set.metadata().name())
                  .orElse(use.name().name()));
    };
  }

  private static BindingSubject subject(SubjectKind kind, String name) {
    return new BindingSubject(SubjectApiGroup.POLICY, kind, name);
  }

  private String placement(Use use) {
    return program
        .placement(use.name())
        .map(placement -> placement.metadata().name())
        .orElse(use.name().name());
  }
}
