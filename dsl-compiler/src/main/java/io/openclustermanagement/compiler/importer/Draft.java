package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.dsl.parser.Limits;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One attempt to write the modules, given what earlier attempts found to be impossible. */
final class Draft {
  /**
   * What was written.
   *
   * @param items the object behind each declaration, by module, kind and name
   * @param owners the object behind each file that is no source, by the file's name
   */
  record Written(List<GeneratedFile> files, Map<Key, Item<?>> items, Map<String, Item<?>> owners) {}

  /**
   * What a declaration or a cluster of a fleet is known by.
   *
   * @param kind the kind of its object
   */
  record Key(String file, String kind, String name) {}

  private final Sources sources;
  private final Verdicts verdicts;
  private final Map<Key, Item<?>> items = new HashMap<>();
  private final List<GeneratedFile> files = new ArrayList<>();
  private final Map<String, Item<?>> owners = new HashMap<>();
  private final Map<String, Map<String, String>> placementNames = new TreeMap<>();
  private final Map<String, Item<ManagedClusterSet>> sets = new TreeMap<>();
  private final Map<String, Set<String>> bindings = new TreeMap<>();
  private Map<String, String> setNames = Map.of();

  private Draft(Sources sources, Verdicts verdicts) {
    this.sources = sources;
    this.verdicts = verdicts;
  }

  /** Writes all objects that have not been refused. What cannot be said is refused on the way. */
  static Written write(Sources sources, Verdicts verdicts) {
    Draft draft = new Draft(sources, verdicts);
    draft.readSets();
    Set<String> named = draft.placements();
    draft.fleet();
    draft.clusterSets(named);
    draft.policies();
    draft.rest();
    return new Written(draft.files, draft.items, draft.owners);
  }

  // Cluster sets.

  private void readSets() {
    for (Item<ManagedClusterSet> item : sources.clusterSets()) {
      Reasons reasons = new Reasons(item);
      ClusterSets.clauses(item, reasons, List.of());
      if (verdicts.accept(item, reasons)) {
        sets.put(item.name(), item);
      }
    }
    for (Item<ManagedClusterSetBinding> item : sources.bindings()) {
      Reasons reasons = new Reasons(item);
      ClusterSets.accept(item, reasons);
      if (verdicts.accept(item, reasons)) {
        bindings.computeIfAbsent(item.name(), _ -> new TreeSet<>()).add(item.namespace());
      }
    }
    Set<String> names = new TreeSet<>(sets.keySet());
    names.addAll(bindings.keySet());
    for (Item<Placement> placement : sources.placements()) {
      placement.object().spec().clusterSets().stream()
          .filter(MetadataImport::isObjectName)
          .forEach(names::add);
    }
    setNames = Names.of(names, "set");
  }

  private void clusterSets(Set<String> named) {
    Set<String> all = new TreeSet<>(sets.keySet());
    all.addAll(bindings.keySet());
    all.addAll(named);
    List<Declaration> declarations = new ArrayList<>();
    for (String objectName : all) {
      Set<String> boundTo = bindings.getOrDefault(objectName, Set.of());
      Item<ManagedClusterSet> item = sets.get(objectName);
      List<ClusterSetClause> clauses =
          item == null
              ? ClusterSets.existing(boundTo)
              : ClusterSets.clauses(item, new Reasons(item), boundTo);
      String name = setNames.getOrDefault(objectName, objectName);
      declarations.add(
          new Declaration.ClusterSet(
              null, Trees.name(name), Trees.objectName(name, objectName), clauses, Trees.NOWHERE));
      if (item != null) {
        items.put(new Key(file(ModuleWriter.CLUSTER_SETS), item.object().kind(), name), item);
      }
    }
    if (!declarations.isEmpty()) {
      files.add(ModuleWriter.write(ModuleWriter.CLUSTER_SETS, "", Set.of(), declarations));
    }
  }

  // Placements.

  /** Writes the placements; the sets that they choose from, by their names on the hub. */
  private Set<String> placements() {
    Map<String, List<Item<Placement>>> byNamespace = new TreeMap<>();
    for (Item<Placement> item : sources.placements()) {
      byNamespace.computeIfAbsent(item.namespace(), _ -> new ArrayList<>()).add(item);
    }
    Map<String, String> modules = Names.of(byNamespace.keySet(), "ns");
    Set<String> named = new HashSet<>();
    byNamespace.forEach(
        (namespace, list) ->
            named.addAll(
                placements(
                    ModuleWriter.PLACEMENTS + modules.getOrDefault(namespace, namespace),
                    namespace,
                    list)));
    return named;
  }

  private Set<String> placements(String module, String namespace, List<Item<Placement>> list) {
    Map<String, String> names = Names.of(list.stream().map(Item::name).toList(), "placement");
    Map<String, Part> parts = new TreeMap<>();
    Set<String> named = new TreeSet<>();
    for (Item<Placement> item : list) {
      Reasons reasons = new Reasons(item);
      List<PlacementClause> clauses =
          new PlacementImport(item, reasons, verdicts.cel(item)).clauses(setNames);
      refuseUnbound(item, reasons);
      if (verdicts.accept(item, reasons)) {
        String name = names.getOrDefault(item.name(), item.name());
        Declaration declaration =
            new Declaration.Placement(
                null,
                Trees.name(name),
                Trees.objectName(name, item.name()),
                clauses,
                Trees.NOWHERE);
        List<String> sets = item.object().spec().clusterSets();
        parts.put(name, new Part(name, item, declaration, references(sets)));
        named.addAll(sets);
        placementNames.computeIfAbsent(namespace, _ -> new TreeMap<>()).put(item.name(), name);
      }
    }
    write(module, namespace, List.copyOf(parts.values()));
    return named;
  }

  /** The checker insists that a set that is written here is bound where it is used. */
  private void refuseUnbound(Item<Placement> item, Reasons reasons) {
    if (item.namespace().isEmpty()) {
      reasons.invalid("/metadata", ClusterSets.NO_NAMESPACE, ClusterSets.NAMESPACE_HELP);
      return;
    }
    List<String> wanted = item.object().spec().clusterSets();
    for (int i = 0; i < wanted.size(); i++) {
      String set = wanted.get(i);
      if (sets.containsKey(set)
          && !bindings.getOrDefault(set, Set.of()).contains(item.namespace())) {
        reasons.invalid(
            "/spec/clusterSets/" + i,
            "no binding among the sources binds this set to \"%s\"".formatted(item.namespace()),
            "import its ManagedClusterSetBinding too: without one the set chooses nothing.");
      }
    }
  }

  private Set<String> references(Collection<String> objectNames) {
    Set<String> names = new TreeSet<>();
    objectNames.forEach(name -> names.add(setNames.getOrDefault(name, name)));
    return names;
  }

  // Policies.

  private void policies() {
    Map<String, List<Item<Policy>>> policies = byNamespace(sources.policies());
    Map<String, List<Item<PolicySet>>> sets = byNamespace(sources.policySets());
    Map<String, List<Item<PlacementBinding>>> bindings = byNamespace(sources.policyBindings());
    Set<String> namespaces = new TreeSet<>(policies.keySet());
    namespaces.addAll(sets.keySet());
    namespaces.addAll(bindings.keySet());
    Map<String, List<Item<ManifestWorkReplicaSet>>> deployments =
        byNamespace(sources.deployments());
    namespaces.addAll(deployments.keySet());
    // The modules of placements have the same names for namespaces.
    Set<String> all = new TreeSet<>(namespaces);
    sources.placements().forEach(item -> all.add(item.namespace()));
    Map<String, String> modules = Names.of(all, "ns");
    for (String namespace : namespaces) {
      String module = modules.getOrDefault(namespace, namespace);
      PolicyDraft draft =
          new PolicyDraft(
              module,
              placementNames.getOrDefault(namespace, Map.of()),
              verdicts,
              new NamespaceOutput(namespace));
      draft.policies(policies.getOrDefault(namespace, List.of()));
      draft.bindings(
          sets.getOrDefault(namespace, List.of()), bindings.getOrDefault(namespace, List.of()));
      draft.deployments(deployments.getOrDefault(namespace, List.of()));
    }
  }

  /** The objects that have a namespace, by it; the others are carried as they are. */
  private <T extends KubernetesObject> Map<String, List<Item<T>>> byNamespace(List<Item<T>> items) {
    Map<String, List<Item<T>>> result = new TreeMap<>();
    for (Item<T> item : items) {
      Reasons reasons = new Reasons(item);
      if (PolicyDraft.hasNamespace(item, reasons)) {
        result.computeIfAbsent(item.namespace(), _ -> new ArrayList<>()).add(item);
      } else {
        verdicts.acceptOrCarry(item, reasons);
      }
    }
    return result;
  }

  /** Takes what is written for a namespace. */
  private final class NamespaceOutput implements PolicyDraft.Output {
    private final String namespace;

    NamespaceOutput(String namespace) {
      this.namespace = namespace;
    }

    @Override
    public void module(String name, List<Import> imports, List<Declaration> declarations) {
      files.add(ModuleWriter.write(name, namespace, imports, declarations));
    }

    @Override
    public void file(GeneratedFile file, Item<?> owner) {
      files.add(file);
      owners.put(file.name(), owner);
    }

    @Override
    public void owner(Key key, Item<?> item) {
      items.put(key, item);
    }
  }

  // What no construct stands for.

  private void rest() {
    List<KubernetesObject> objects = new ArrayList<>();
    for (Item<?> item : sources.all()) {
      if (verdicts.isCarried(item)) {
        objects.add(item.object());
      }
    }
    if (objects.isEmpty()) {
      return;
    }
    GeneratedFile file =
        new GeneratedFile(ModuleWriter.REST + ".yaml", ManifestWriter.yaml(objects));
    files.add(file);
    files.add(
        ModuleWriter.write(
            ModuleWriter.REST,
            "",
            List.<Import>of(),
            List.of(new Declaration.HubResources(null, Trees.text(file.name()), Trees.NOWHERE))));
  }

  // Fleet.

  private void fleet() {
    Map<String, String> names =
        Names.of(sources.clusters().stream().map(Item::name).toList(), "cluster");
    Map<String, List<Item<AddOnPlacementScore>>> scores = scores(names.keySet());
    Omissions omissions = new Omissions();
    Map<String, String> labelled = labelledSets();
    Map<String, Part> parts = new TreeMap<>();
    for (Item<ManagedCluster> item : sources.clusters()) {
      if (verdicts.accept(item, terminating(item))) {
        String name = names.getOrDefault(item.name(), item.name());
        FleetMember.Cluster cluster =
            new FleetImport(omissions)
                .cluster(item, scores.getOrDefault(item.name(), List.of()), name, labelled);
        parts.put(name, new Part(name, item, cluster, FleetImport.setsOf(cluster)));
      }
    }
    verdicts.setOmissions(omissions);
    write(ModuleWriter.FLEET, "", List.copyOf(parts.values()));
  }

  private static Reasons terminating(Item<ManagedCluster> item) {
    Reasons reasons = new Reasons(item);
    if (!MetadataImport.isObjectName(item.name())) {
      reasons.invalid("/metadata/name", "no object can have this name", "correct the name.");
    }
    if (item.metadata().isTerminating()) {
      reasons.metadata(
          "/metadata/deletionTimestamp", "a cluster of a fleet cannot be about to be deleted");
    }
    return reasons;
  }

  private Map<String, List<Item<AddOnPlacementScore>>> scores(Collection<String> clusters) {
    Map<String, List<Item<AddOnPlacementScore>>> byCluster = new HashMap<>();
    for (Item<AddOnPlacementScore> item : sources.scores()) {
      Reasons reasons = new Reasons(item);
      if (!clusters.contains(item.namespace())) {
        reasons.invalid(
            "/metadata/namespace",
            "there is no cluster of this name among the sources",
            "import the ManagedCluster too.");
      }
      if (verdicts.accept(item, reasons)) {
        byCluster.computeIfAbsent(item.namespace(), _ -> new ArrayList<>()).add(item);
      }
    }
    return byCluster;
  }

  /** The sets of this import that clusters are put into by label. */
  private Map<String, String> labelledSets() {
    Map<String, String> labelled = new TreeMap<>();
    sets.forEach(
        (name, item) -> {
          var spec = item.object().spec();
          var selector = spec == null ? null : spec.clusterSelector();
          if (selector == null || selector.selectorType() != SelectorType.LABEL_SELECTOR) {
            labelled.put(name, setNames.getOrDefault(name, name));
          }
        });
    return labelled;
  }

  // Files.

  /**
   * Something to write and the object behind it.
   *
   * @param node a declaration, or a cluster of a fleet
   * @param setReferences the cluster sets that it names
   */
  private record Part(String name, Item<?> item, Node node, Collection<String> setReferences) {}

  private static String file(String module) {
    return module + ".ocm";
  }

  /** Writes parts to a module, or to several where one would be too large to be read. */
  private void write(String module, String hubNamespace, List<Part> parts) {
    if (!parts.isEmpty()) {
      write(module, module, 1, hubNamespace, parts);
    }
  }

  /** Writes parts from a number on; gives the number of the next module. */
  private int write(
      String first, String module, int number, String hubNamespace, List<Part> parts) {
    Set<String> references = new TreeSet<>();
    parts.forEach(part -> references.addAll(part.setReferences()));
    GeneratedFile file = ModuleWriter.write(module, hubNamespace, references, declarations(parts));
    if (file.text().length() > Limits.MAX_LENGTH && parts.size() > 1) {
      int half = parts.size() / 2;
      int next = write(first, module, number, hubNamespace, parts.subList(0, half));
      String behind = first + ".part-" + next;
      return write(first, behind, next, hubNamespace, parts.subList(half, parts.size()));
    }
    files.add(file);
    parts.forEach(
        part ->
            items.put(new Key(file.name(), part.item().object().kind(), part.name()), part.item()));
    return number + 1;
  }

  private static List<Declaration> declarations(List<Part> parts) {
    List<Declaration> declarations = new ArrayList<>();
    List<FleetMember> members = new ArrayList<>();
    for (Part part : parts) {
      switch (part.node()) {
        case Declaration declaration -> declarations.add(declaration);
        case FleetMember member -> members.add(member);
        default -> throw new IllegalArgumentException("no part of a module: " + part.node());
      }
    }
    if (!members.isEmpty()) {
      declarations.add(new Declaration.Fleet(null, Trees.name("snapshot"), members, Trees.NOWHERE));
    }
    return declarations;
  }
}
