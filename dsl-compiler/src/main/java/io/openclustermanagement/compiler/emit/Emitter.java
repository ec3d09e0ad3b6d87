package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetBindingSpec;
import io.openclustermanagement.api.cluster.ManagedClusterSetSpec;
import io.openclustermanagement.api.cluster.ManagedNamespaceConfig;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.Normal.Selector;
import io.openclustermanagement.compiler.program.ClusterSetDefinition;
import io.openclustermanagement.compiler.program.ClusterSetDefinition.Membership;
import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.FleetRuleDefinition;
import io.openclustermanagement.compiler.program.HubResource;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Module;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a program into the objects it stands for, in the order of the sources. */
public final class Emitter {

  private final Program program;
  private final Target target;
  private final Findings findings;
  private final List<EmittedObject> objects = new ArrayList<>();
  private final Map<String, SourceSpan> seen = new HashMap<>();

  private Emitter(Program program, Target target, Findings findings) {
    this.program = program;
    this.target = target;
    this.findings = findings;
  }

  /** The objects of a program; what the target cannot say goes to the findings. */
  public static List<EmittedObject> emit(Program program, Target target, Findings findings) {
    Emitter emitter = new Emitter(program, target, findings);
    program.modules().forEach(module -> module.clusterSets().forEach(emitter::clusterSet));
    program.modules().forEach(module -> module.placements().forEach(emitter::placement));
    program.modules().forEach(emitter::governance);
    program.modules().forEach(module -> module.hubResources().forEach(emitter::hubResource));
    return List.copyOf(emitter.objects);
  }

  private void add(KubernetesObject object, Pointers pointers, SourceSpan declared) {
    add(new EmittedObject(object, pointers.map()), declared);
  }

  private void add(EmittedObject emitted, SourceSpan declared) {
    KubernetesObject object = emitted.object();
    ObjectMeta metadata = object.metadata();
    String key =
        object.apiVersion()
            + " "
            + object.kind()
            + " "
            + metadata.namespace()
            + "/"
            + metadata.name();
    SourceSpan first = seen.putIfAbsent(key, declared);
    if (first != null) {
      findings.add(
          Diagnostic.error(
                  Code.DUPLICATE_NAME,
                  declared,
                  "Two declarations become the same %s `%s`."
                      .formatted(object.kind(), metadata.name()))
              .related(first, "the first one")
              .help("rename one of them, or give it another name on the hub with `named`."));
    }
    objects.add(emitted);
  }

  static ObjectMeta metadata(@Nullable String namespace, ObjectMetadata metadata) {
    return ObjectMeta.of(namespace, metadata.name(), metadata.labels())
        .withAnnotations(metadata.annotations());
  }

  private void hubResource(HubResource resource) {
    Pointers pointers = new Pointers();
    pointers.put("", new Origin(resource.span()));
    add(resource.object(), pointers, resource.span());
  }

  private void placement(PlacementDefinition placement) {
    for (Located namespace : placement.namespaces()) {
      PlacementEmitter emitter = new PlacementEmitter(program, target, findings);
      add(
          emitter.emit(placement, namespace.text()),
          emitter.pointers(),
          placement.nameOrigin().span());
    }
  }

  // Policies and deployments.

  private void governance(Module module) {
    module.policies().forEach(this::policy);
    module.policySets().forEach(this::policySet);
    BindingEmitter bindings = new BindingEmitter(program);
    module.bindings().forEach(each -> add(bindings.of(each), each.origin().span()));
    module.exemptions().forEach(this::exemption);
    module.deployments().forEach(this::deployment);
    module.fleetRules().forEach(this::fleetRule);
  }

  private void policy(PolicyDefinition policy) {
    PolicyEmitter emitter = new PolicyEmitter(program, target, findings);
    add(emitter.emit(policy), emitter.pointers(), policy.nameOrigin().span());
    new BindingEmitter(program)
        .of(policy)
        .forEach(binding -> add(binding, policy.nameOrigin().span()));
  }

  private void policySet(PolicySetDefinition set) {
    PolicySetEmitter emitter = new PolicySetEmitter(program);
    add(emitter.emit(set), emitter.pointers(), set.nameOrigin().span());
    new BindingEmitter(program).of(set).forEach(binding -> add(binding, set.nameOrigin().span()));
  }

  private void exemption(ExemptionDefinition exemption) {
    ExemptionEmitter emitter = new ExemptionEmitter(program, target, findings);
    add(emitter.emit(exemption), emitter.pointers(), exemption.nameOrigin().span());
  }

  private void deployment(DeploymentDefinition deployment) {
    DeploymentEmitter emitter = new DeploymentEmitter(program, findings);
    add(emitter.emit(deployment), emitter.pointers(), deployment.nameOrigin().span());
  }

  private void fleetRule(FleetRuleDefinition rule) {
    if (target == Target.UPSTREAM) {
      reportFleetRule(rule);
      return;
    }
    FleetRuleEmitter emitter = new FleetRuleEmitter(program);
    emitter
        .emit(rule, findings)
        .ifPresent(object -> add(object, emitter.pointers(), rule.nameOrigin().span()));
  }

  private void reportFleetRule(FleetRuleDefinition rule) {
    findings.add(
        Diagnostic.error(
                Code.FLEET_RULE_NOT_UPSTREAM,
                rule.nameOrigin().span(),
                "Upstream cannot evaluate the fleet rule `%s`.".formatted(rule.name().name()))
            .note("it speaks of many clusters at once, which only this project's hub does")
            .help("keep it out of the sources for upstream, or build with `--target native`."));
  }

  // Cluster sets.

  private void clusterSet(ClusterSetDefinition set) {
    Pointers pointers = new Pointers();
    pointers.put("", set.origin());
    pointers.put("/metadata/name", set.nameOrigin());
    List<ManagedNamespaceConfig> namespaces = new ArrayList<>();
    for (Located each : set.managedNamespaces()) {
      pointers.put("/spec/managedNamespaces", namespaces.size(), each.origin());
      namespaces.add(new ManagedNamespaceConfig(each.text()));
    }
    Optional<ManagedClusterSelector> selector =
        switch (set.membership()) {
          case Membership.Labelled(var origin) -> {
            pointers.put("/spec/clusterSelector", origin);
            yield Optional.of(
                new ManagedClusterSelector(SelectorType.EXCLUSIVE_CLUSTER_SET_LABEL, null));
          }
          case Membership.Where where -> Optional.of(selector(where, pointers));
          case Membership.Existing _ -> Optional.empty();
        };
    selector.ifPresent(
        each ->
            add(
                new ManagedClusterSet(
                    metadata(null, set.metadata()),
                    new ManagedClusterSetSpec(each, namespaces),
                    null),
                pointers,
                set.nameOrigin().span()));
    set.bindings().forEach(each -> binding(set, each));
  }

  private ManagedClusterSelector selector(Membership.Where where, Pointers pointers) {
    pointers.put("/spec/clusterSelector", where.origin());
    List<Selector> terms = labelTerms(where);
    LabelSelector labels =
        new Selectors(pointers).labels(terms, "/spec/clusterSelector/labelSelector");
    return new ManagedClusterSelector(
        SelectorType.LABEL_SELECTOR,
        labels == null ? new LabelSelector(List.of(), Map.of()) : labels);
  }

  private List<Selector> labelTerms(Membership.Where where) {
    List<List<Normal>> conjunctions = Conjunctions.of(Normal.of(where.condition()));
    List<Selector> terms = new ArrayList<>();
    if (conjunctions.size() != 1) {
      reportSet(where.condition().origin().span(), "alternatives are no label selector");
      return terms;
    }
    for (Normal term : conjunctions.getFirst()) {
      if (term instanceof Selector selector && selector.isLabel()) {
        terms.add(selector);
      } else {
        reportSet(term.origin().span(), "this is no test of a label");
      }
    }
    return terms;
  }

  private void reportSet(SourceSpan span, String why) {
    findings.add(
        Diagnostic.error(
                Code.SET_NOT_EXPRESSIBLE,
                span,
                "The members of a cluster set cannot be described by this.")
            .label(why)
            .note("a ManagedClusterSet has one label selector, whose terms must all hold")
            .help("keep to labels joined by `and`, or move the test to a placement."));
  }

  private void binding(ClusterSetDefinition set, Located namespace) {
    Pointers pointers = new Pointers();
    pointers.put("", namespace.origin());
    String name = set.metadata().name();
    add(
        new ManagedClusterSetBinding(
            ObjectMeta.named(namespace.text(), name), new ManagedClusterSetBindingSpec(name), null),
        pointers,
        namespace.origin().span());
  }
}
