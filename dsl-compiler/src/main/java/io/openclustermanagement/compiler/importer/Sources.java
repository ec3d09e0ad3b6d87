package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.api.yaml.Positions;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects to import by kind. One that comes twice is listed. */
final class Sources {
  private final List<Item<ManagedClusterSet>> clusterSets = new ArrayList<>();
  private final List<Item<ManagedClusterSetBinding>> bindings = new ArrayList<>();
  private final List<Item<Placement>> placements = new ArrayList<>();
  private final List<Item<ManagedCluster>> clusters = new ArrayList<>();
  private final List<Item<AddOnPlacementScore>> scores = new ArrayList<>();
  private final List<Item<Policy>> policies = new ArrayList<>();
  private final List<Item<PolicySet>> policySets = new ArrayList<>();
  private final List<Item<PlacementBinding>> policyBindings = new ArrayList<>();
  private final List<Item<ManifestWorkReplicaSet>> deployments = new ArrayList<>();
  private final List<Item<KubernetesObject>> others = new ArrayList<>();
  private final List<Item<?>> all = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<String, Item<?>> known = new HashMap<>();

  private final ImportOptions options;
  private final GeneratorImport generators;
  private final IdentityHashMap<Item<?>, GeneratorImport.Result.Refused> refused =
      new IdentityHashMap<>();

  private Sources(ImportOptions options, GeneratorImport generators) {
    this.options = options;
    this.generators = generators;
  }

  static Sources of(List<Manifests> manifests) {
    return of(manifests, ImportOptions.DEFAULT);
  }

  static Sources of(List<Manifests> manifests, ImportOptions options) {
    Sources sources = new Sources(options, new GeneratorImport(manifests, options.files()));
    for (Manifests each : manifests) {
      SourceFile file = new SourceFile(each.file(), each.text());
      sources.files.add(file);
      if (!sources.generators.isTaken(file.name())) {
        each.documents().forEach(document -> sources.add(document, file));
      }
    }
    return sources;
  }

  List<Item<ManagedClusterSet>> clusterSets() {
    return clusterSets;
  }

  List<Item<ManagedClusterSetBinding>> bindings() {
    return bindings;
  }

  List<Item<Placement>> placements() {
    return placements;
  }

  List<Item<ManagedCluster>> clusters() {
    return clusters;
  }

  List<Item<AddOnPlacementScore>> scores() {
    return scores;
  }

  List<Item<Policy>> policies() {
    return policies;
  }

  List<Item<PolicySet>> policySets() {
    return policySets;
  }

  List<Item<PlacementBinding>> policyBindings() {
    return policyBindings;
  }

  List<Item<ManifestWorkReplicaSet>> deployments() {
    return deployments;
  }

  /** Whether an object says what is, not what is wanted, and so becomes part of a fleet. */
  boolean isFact(Item<?> item) {
    return item.object() instanceof ManagedCluster || item.object() instanceof AddOnPlacementScore;
  }

  /** Objects of all other kinds. */
  List<Item<KubernetesObject>> others() {
    return others;
  }

  /** Adds why an object of another kind is carried as it is. */
  void explain(Item<KubernetesObject> item, Reasons reasons) {
    GeneratorImport.Result.Refused why = refused.get(item);
    if (why == null) {
      reasons.other();
    } else {
      reasons.field(why.pointer(), why.why());
    }
  }

  /** All objects, in order. */
  List<Item<?>> all() {
    return all;
  }

  /** The YAML texts, in order. */
  List<SourceFile> files() {
    return files;
  }

  /** What was not taken. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private void add(Document document, SourceFile file) {
    switch (document) {
      case Document.Typed(KubernetesObject object, Positions positions) ->
          add(placed(object), positions, file);
      case Document.Foreign(GenericObject object, Positions positions) ->
          addForeign(object, positions, file);
    }
  }

  private void addForeign(GenericObject object, Positions positions, SourceFile file) {
    switch (generators.result(object)) {
      case GeneratorImport.Result.Objects(List<KubernetesObject> objects) ->
          objects.forEach(each -> add(each, positions, file));
      case GeneratorImport.Result.Refused why ->
          add(object, positions, file).ifPresent(item -> refused.put(item, why));
    }
  }

  /** Adds an object; empty for one that is there already. */
  private Optional<Item<?>> add(KubernetesObject object, Positions positions, SourceFile file) {
    Item<?> item = new Item<>(object, positions, file);
    Item<?> first = known.putIfAbsent(object.apiVersion() + " " + item.title(), item);
    if (first != null) {
      refuseSecond(item, first);
      return Optional.empty();
    }
    all.add(item);
    switch (object) {
      case ManagedClusterSet each -> clusterSets.add(take(each, item));
      case ManagedClusterSetBinding each -> bindings.add(take(each, item));
      case Placement each -> placements.add(take(each, item));
      case ManagedCluster each -> clusters.add(take(each, item));
      case AddOnPlacementScore each -> scores.add(take(each, item));
      case Policy each -> policies.add(take(each, item));
      case PolicySet each -> policySets.add(take(each, item));
      case PlacementBinding each -> policyBindings.add(take(each, item));
      case ManifestWorkReplicaSet each -> deployments.add(take(each, item));
      default -> others.add(take(object, item));
    }
    return Optional.of(item);
  }

  /** The item with its type; one object has one item, by which verdicts know it. */
  private <T extends KubernetesObject> Item<T> take(T object, Item<?> item) {
    @SuppressWarnings("unchecked") // the item holds this object
    Item<T> typed = (Item<T>) item;
    assert typed.object() == object;
    return typed;
  }

  /** The object where it goes if it names no namespace. */
  private KubernetesObject placed(KubernetesObject object) {
    ObjectMeta metadata = object.metadata();
    if (options.namespace().isEmpty() || metadata.namespace() != null) {
      return object;
    }
    ObjectMeta placed = metadata.withNamespace(options.namespace().get());
    return switch (object) {
      case ManagedClusterSetBinding each ->
          new ManagedClusterSetBinding(placed, each.spec(), each.status());
      case Placement each -> new Placement(placed, each.spec(), each.status());
      case Policy each -> new Policy(placed, each.spec(), each.status());
      case PolicySet each -> new PolicySet(placed, each.spec(), each.status());
      case ManifestWorkReplicaSet each ->
          new ManifestWorkReplicaSet(placed, each.spec(), each.status());
      case PlacementBinding each ->
          new PlacementBinding(
              placed,
              each.bindingOverrides(),
              each.subFilter(),
              each.placementRef(),
              each.subjects(),
              each.status());
      default -> object;
    };
  }

  private void refuseSecond(Item<?> item, Item<?> first) {
    diagnostics.add(
        Diagnostic.error(
                Code.IMPORTED_TWICE, item.nameSpan(), "`%s` occurs twice.".formatted(item.title()))
            .related(first.nameSpan(), "this one is imported")
            .help("remove one of the two.")
            .build());
  }
}
