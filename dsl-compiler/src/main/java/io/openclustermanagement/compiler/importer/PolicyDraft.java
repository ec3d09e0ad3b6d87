package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.BindingOverrides;
import io.openclustermanagement.api.policy.BindingSubject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PlacementKind;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetSpec;
import io.openclustermanagement.api.policy.SubjectKind;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.compiler.importer.Draft.Key;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Declaration.Enforcement;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the policies of one hub namespace, then their sets and bindings, and its deployments. What
 * names something that is not written here cannot be written either, and is carried as it is.
 */
final class PolicyDraft {
  /** The modules of one namespace, and what they declare. */
  interface Output {
    /** Adds a module of declarations, with the objects behind them by name. */
    void module(String name, List<Import> imports, List<Declaration> declarations);

    /** Adds a file that a source names. */
    void file(GeneratedFile file, Item<?> owner);

    /** Says which object is behind a declaration. */
    void owner(Key key, Item<?> item);
  }

  private final String module;
  private final Map<String, String> placements;
  private final Verdicts verdicts;
  private final Output output;
  private final Map<String, String> policyNames = new TreeMap<>();
  private final Map<String, String> setNames = new TreeMap<>();

  /**
   * @param module what the names of modules end with
   * @param placements what the placements of the namespace are called, by their names on the hub
   */
  PolicyDraft(String module, Map<String, String> placements, Verdicts verdicts, Output output) {
    this.module = module;
    this.placements = placements;
    this.verdicts = verdicts;
    this.output = output;
  }

  /** Whether an object can be written at all: it has a namespace. */
  static boolean hasNamespace(Item<?> item, Reasons reasons) {
    if (item.namespace().isEmpty()) {
      reasons.invalid(
          "/metadata",
          "it names no namespace",
          "say where it goes with `--namespace`, or with `metadata.namespace`.");
    }
    return !item.namespace().isEmpty();
  }

  // Policies.

  void policies(List<Item<Policy>> items) {
    Map<String, String> names = Names.of(items.stream().map(Item::name).toList(), "policy");
    String name = ModuleWriter.POLICIES + module;
    List<Declaration> declarations = new ArrayList<>();
    for (Item<Policy> item : sorted(items)) {
      Reasons reasons = new Reasons(item);
      PolicyImport policy =
          new PolicyImport(item, reasons, index -> verdicts.templateForm(item, index));
      String declared = names.getOrDefault(item.name(), item.name());
      Declaration declaration = policy.declaration(declared, name + "." + declared);
      if (verdicts.acceptOrCarry(item, reasons)) {
        policyNames.put(item.name(), declared);
        declarations.add(declaration);
        policy.files().forEach(file -> output.file(file, item));
        output.owner(new Key(name + ".ocm", Policy.KIND, declared), item);
      }
    }
    if (!declarations.isEmpty()) {
      output.module(name, List.of(), declarations);
    }
  }

  private static <T extends KubernetesObject> List<Item<T>> sorted(List<Item<T>> items) {
    return items.stream().sorted(java.util.Comparator.comparing(Item::name)).toList();
  }

  // Sets and bindings.

  void bindings(List<Item<PolicySet>> sets, List<Item<PlacementBinding>> bindings) {
    String name = ModuleWriter.BINDINGS + module;
    List<Declaration> declarations = new ArrayList<>();
    Set<String> usedPlacements = new TreeSet<>();
    Map<String, String> names = Names.of(sets.stream().map(Item::name).toList(), "policyset");
    for (Item<PolicySet> item : sorted(sets)) {
      String declared = unlikePolicies(names.getOrDefault(item.name(), item.name()));
      set(item, declared)
          .ifPresent(
              declaration -> {
                declarations.add(declaration);
                setNames.put(item.name(), declared);
                output.owner(new Key(name + ".ocm", PolicySet.KIND, declared), item);
              });
    }
    for (Item<PlacementBinding> item : sorted(bindings)) {
      bind(item)
          .ifPresent(
              declaration -> {
                declarations.add(declaration);
                usedPlacements.add(declaration.placement().text());
                output.owner(new Key(name + ".ocm", PlacementBinding.KIND, item.name()), item);
              });
    }
    if (!declarations.isEmpty()) {
      output.module(name, imports(usedPlacements), declarations);
    }
  }

  private List<Import> imports(Set<String> usedPlacements) {
    List<Import> imports = new ArrayList<>();
    if (!usedPlacements.isEmpty()) {
      imports.add(ModuleWriter.listed(ModuleWriter.PLACEMENTS + module, usedPlacements));
    }
    if (!policyNames.isEmpty()) {
      imports.add(ModuleWriter.open(ModuleWriter.POLICIES + module));
    }
    return imports;
  }

  /** A binding names policies and sets alike. */
  private String unlikePolicies(String name) {
    return policyNames.containsValue(name) ? name + "-set" : name;
  }

  // Deployments.

  void deployments(List<Item<ManifestWorkReplicaSet>> items) {
    Map<String, String> names = Names.of(items.stream().map(Item::name).toList(), "deploy");
    String name = ModuleWriter.DEPLOYMENTS + module;
    List<Declaration> declarations = new ArrayList<>();
    Set<String> usedPlacements = new TreeSet<>();
    for (Item<ManifestWorkReplicaSet> item : sorted(items)) {
      Reasons reasons = new Reasons(item);
      DeploymentImport deployment = new DeploymentImport(item, reasons, placements);
      String declared = names.getOrDefault(item.name(), item.name());
      Declaration declaration = deployment.declaration(declared);
      if (verdicts.acceptOrCarry(item, reasons)) {
        declarations.add(declaration);
        usedPlacements.addAll(deployment.placements());
        output.owner(new Key(name + ".ocm", ManifestWorkReplicaSet.KIND, declared), item);
      }
    }
    if (!declarations.isEmpty()) {
      output.module(
          name,
          List.of(ModuleWriter.listed(ModuleWriter.PLACEMENTS + module, usedPlacements)),
          declarations);
    }
  }

  private Optional<Declaration> set(Item<PolicySet> item, String declared) {
    Reasons reasons = new Reasons(item);
    PolicySetSpec spec = item.object().spec();
    List<PolicySetClause> clauses = new ArrayList<>();
    MetadataImport metadata = new MetadataImport(item, reasons);
    metadata
        .labels()
        .ifPresent(each -> clauses.add(new PolicySetClause.Labels(each, Trees.NOWHERE)));
    metadata
        .annotations()
        .ifPresent(each -> clauses.add(new PolicySetClause.Annotations(each, Trees.NOWHERE)));
    if (spec.description() != null) {
      clauses.add(new PolicySetClause.Description(Trees.text(spec.description()), Trees.NOWHERE));
    }
    List<QualifiedName> policies = new ArrayList<>();
    for (int i = 0; i < spec.policies().size(); i++) {
      String pointer = "/spec/policies/" + i;
      name(policyNames, spec.policies().get(i), pointer, reasons).ifPresent(policies::add);
    }
    clauses.add(new PolicySetClause.Policies(policies, Trees.NOWHERE));
    if (!spec.exclusions().isEmpty()) {
      reasons.field("/spec/exclusions", "only an `exemption` excludes clusters");
    }
    Declaration declaration =
        new Declaration.PolicySet(
            null,
            Trees.name(declared),
            Trees.objectName(declared, item.name()),
            clauses,
            Trees.NOWHERE);
    return verdicts.acceptOrCarry(item, reasons) ? Optional.of(declaration) : Optional.empty();
  }

  private static Optional<QualifiedName> name(
      Map<String, String> names, String objectName, String pointer, Reasons reasons) {
    String name = names.get(objectName);
    if (name == null) {
      reasons.invalid(
          pointer, "it is not among the sources, or is carried as it is", "import it too.");
      return Optional.empty();
    }
    return Optional.of(Trees.reference(name));
  }

  private Optional<Declaration.Bind> bind(Item<PlacementBinding> item) {
    Reasons reasons = new Reasons(item);
    PlacementBinding binding = item.object();
    MetadataImport metadata = new MetadataImport(item, reasons);
    metadata
        .labels()
        .ifPresent(_ -> reasons.metadata("/metadata/labels", "a `bind` has no labels"));
    metadata
        .annotations()
        .ifPresent(_ -> reasons.metadata("/metadata/annotations", "a `bind` has no annotations"));
    List<QualifiedName> subjects = new ArrayList<>();
    for (int i = 0; i < binding.subjects().size(); i++) {
      BindingSubject subject = binding.subjects().get(i);
      Map<String, String> names = subject.kind() == SubjectKind.POLICY ? policyNames : setNames;
      name(names, subject.name(), "/subjects/" + i, reasons).ifPresent(subjects::add);
    }
    if (binding.placementRef().kind() == PlacementKind.PLACEMENT_RULE) {
      reasons.field("/placementRef/kind", "the language has placements only");
    }
    Optional<QualifiedName> placement =
        name(placements, binding.placementRef().name(), "/placementRef/name", reasons);
    Enforcement enforcement = enforcement(binding, reasons);
    return verdicts.acceptOrCarry(item, reasons)
        ? placement.map(
            to ->
                new Declaration.Bind(
                    null, subjects, to, enforcement, Trees.text(item.name()), Trees.NOWHERE))
        : Optional.empty();
  }

  private static Enforcement enforcement(PlacementBinding binding, Reasons reasons) {
    BindingOverrides overrides = binding.bindingOverrides();
    boolean enforces = overrides != null && overrides.remediationAction() != null;
    if (binding.subFilter() != null && !enforces) {
      reasons.field("/subFilter", "a restricted `bind` enforces");
    }
    return !enforces
        ? Enforcement.UNCHANGED
        : binding.subFilter() == null ? Enforcement.ENFORCING : Enforcement.ENFORCING_RESTRICTED;
  }
}
