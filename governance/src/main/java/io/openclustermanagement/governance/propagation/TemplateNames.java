package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.ClusterState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has which name for its templates on a cluster. The objects that templates become are in one
 * namespace, so that two policies cannot use the same name for the same kind. The first policy that
 * is there wins: the one whose object the cluster has, and otherwise the first by name. An object
 * of a policy that the cluster no longer gets is in nobody's way.
 */
final class TemplateNames {
  private static final String GATEKEEPER = "gatekeeper.sh/";

  private record Key(String apiVersion, String kind, String name) {
    static Key of(PreparedTemplate template) {
      return new Key(template.apiVersion(), template.kind(), template.name());
    }
  }

  private final Map<Key, String> owners = new HashMap<>();
  private final Optional<ClusterState> state;

  private TemplateNames(Optional<ClusterState> state) {
    this.state = state;
  }

  static TemplateNames of(List<ReplicatedPolicy> replicas, Optional<ClusterState> state) {
    TemplateNames names = new TemplateNames(state);
    Set<String> policies =
        replicas.stream().map(each -> each.rootName().replicated()).collect(Collectors.toSet());
    for (ReplicatedPolicy replica : replicas) {
      for (PreparedTemplate template : replica.templates()) {
        if (template.error().isEmpty()) {
          names.owners.computeIfAbsent(
              Key.of(template),
              _ ->
                  names
                      .ownerOnCluster(template)
                      .filter(owner -> owner.isEmpty() || policies.contains(owner))
                      .orElse(replica.rootName().replicated()));
        }
      }
    }
    return names;
  }

  /** Why a template cannot have its name, in upstream's words. */
  Optional<String> clash(ReplicatedPolicy replica, PreparedTemplate template) {
    String owner = owners.getOrDefault(Key.of(template), "");
    if (owner.equals(replica.rootName().replicated())) {
      return Optional.empty();
    }
    return Optional.of(
        "Template name must be unique. Policy template with kind: %s name: %s already exists %s"
            .formatted(
                template.kind(),
                template.name(),
                owner.isEmpty() ? "outside of a Policy" : "in policy " + owner));
  }

  /** The policy to which the object of that name belongs; the empty text if it is of none. */
  private Optional<String> ownerOnCluster(PreparedTemplate template) {
    return state.flatMap(cluster -> existing(template, cluster)).map(TemplateNames::owner);
  }

  private static Optional<JsonObject> existing(PreparedTemplate template, ClusterState cluster) {
    Inventory inventory = cluster.inventory();
    String namespace = template.apiVersion().contains(GATEKEEPER) ? "" : cluster.name();
    return inventory
        .resource(template.apiVersion(), template.kind())
        .flatMap(kind -> inventory.find(kind, namespace, template.name()));
  }

  private static String owner(JsonObject object) {
    JsonObject metadata = object.object("metadata");
    return metadata.get("ownerReferences") instanceof JsonArray(var owners)
            && !owners.isEmpty()
            && owners.getFirst() instanceof JsonObject first
        ? first.text("name").orElse("")
        : metadata.object("labels").text(PolicyLabels.POLICY).orElse("");
  }
}
