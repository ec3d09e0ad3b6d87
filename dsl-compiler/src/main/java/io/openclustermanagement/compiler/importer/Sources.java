package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.api.yaml.Positions;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects to import by kind. An object of another kind, or one that comes twice, is listed. */
final class Sources {
  private final List<Item<ManagedClusterSet>> clusterSets = new ArrayList<>();
  private final List<Item<ManagedClusterSetBinding>> bindings = new ArrayList<>();
  private final List<Item<Placement>> placements = new ArrayList<>();
  private final List<Item<ManagedCluster>> clusters = new ArrayList<>();
  private final List<Item<AddOnPlacementScore>> scores = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<String, Item<?>> known = new HashMap<>();

  static Sources of(List<Manifests> manifests) {
    Sources sources = new Sources();
    for (Manifests each : manifests) {
      SourceFile file = new SourceFile(each.file(), each.text());
      sources.files.add(file);
      each.documents().forEach(document -> sources.add(document, file));
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
          add(object, positions, file);
      case Document.Foreign(GenericObject object, Positions positions) ->
          refuse(object.kind(), object.apiVersion(), positions, file);
    }
  }

  private void add(KubernetesObject object, Positions positions, SourceFile file) {
    Item<?> item = new Item<>(object, positions, file);
    Item<?> first = known.putIfAbsent(item.title(), item);
    if (first != null) {
      refuseSecond(item, first);
      return;
    }
    switch (object) {
      case ManagedClusterSet each -> clusterSets.add(new Item<>(each, positions, file));
      case ManagedClusterSetBinding each -> bindings.add(new Item<>(each, positions, file));
      case Placement each -> placements.add(new Item<>(each, positions, file));
      case ManagedCluster each -> clusters.add(new Item<>(each, positions, file));
      case AddOnPlacementScore each -> scores.add(new Item<>(each, positions, file));
      default -> refuse(object.kind(), object.apiVersion(), positions, file);
    }
  }

  private void refuse(String kind, String apiVersion, Positions positions, SourceFile file) {
    var position = positions.nearest("/kind");
    SourceSpan span = file.span(position.start(), position.end());
    String text = kind.length() <= 60 ? kind : kind.substring(0, 57) + "…";
    diagnostics.add(
        Diagnostic.error(Code.NOT_IMPORTED_KIND, span, "`%s` is not imported yet.".formatted(text))
            .label("of " + (apiVersion.length() <= 80 ? apiVersion : apiVersion.substring(0, 80)))
            .note(
                "imported are Placement, ManagedClusterSet, ManagedClusterSetBinding,"
                    + " ManagedCluster and AddOnPlacementScore")
            .help("keep this object as YAML beside the generated files.")
            .build());
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
