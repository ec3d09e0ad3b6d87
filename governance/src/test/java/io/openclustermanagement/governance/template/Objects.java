package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A few objects to look up. */
final class Objects implements ObjectLookup {
  private static final Map<String, Resource> RESOURCES =
      Map.of(
          "v1/ConfigMap", new Resource("configmaps", true),
          "v1/Secret", new Resource("secrets", true),
          "v1/Node", new Resource("nodes", false),
          "v1/Namespace", new Resource("namespaces", false),
          "cluster.open-cluster-management.io/v1alpha1/ClusterClaim",
              new Resource("clusterclaims", false),
          "cluster.open-cluster-management.io/v1/ManagedCluster",
              new Resource("managedclusters", false));

  private final List<JsonObject> objects = new ArrayList<>();

  /** With objects as YAML. */
  static Objects of(String... yaml) {
    Objects objects = new Objects();
    for (String each : yaml) {
      objects.objects.add((JsonObject) JsonValues.json(YamlReader.read(each)));
    }
    return objects;
  }

  @Override
  public Optional<Resource> resource(String apiVersion, String kind) {
    return Optional.ofNullable(RESOURCES.get(apiVersion + "/" + kind));
  }

  @Override
  public Optional<JsonObject> get(String apiVersion, String kind, String namespace, String name) {
    return list(apiVersion, kind, namespace).stream()
        .filter(each -> each.object("metadata").text("name").orElse("").equals(name))
        .findFirst();
  }

  @Override
  public List<JsonObject> list(String apiVersion, String kind, String namespace) {
    return objects.stream()
        .filter(each -> each.text("apiVersion").orElse("").equals(apiVersion))
        .filter(each -> each.text("kind").orElse("").equals(kind))
        .filter(
            each ->
                namespace.isEmpty()
                    || each.object("metadata").text("namespace").orElse("").equals(namespace))
        .toList();
  }
}
