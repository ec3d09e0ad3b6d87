package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.template.ObjectLookup;
import java.util.List;
import java.util.Optional;

/** What templates can look up: the objects of an inventory. */
public record InventoryLookup(Inventory inventory) implements ObjectLookup {

  @Override
  public Optional<Resource> resource(String apiVersion, String kind) {
    return inventory
        .resource(apiVersion, kind)
        .map(each -> new Resource(each.plural(), each.namespaced()));
  }

  @Override
  public Optional<JsonObject> get(String apiVersion, String kind, String namespace, String name) {
    return inventory
        .resource(apiVersion, kind)
        .flatMap(each -> inventory.find(each, each.namespaced() ? namespace : "", name));
  }

  @Override
  public List<JsonObject> list(String apiVersion, String kind, String namespace) {
    Optional<ResourceKind> resource = inventory.resource(apiVersion, kind);
    return resource.map(each -> inventory.list(each, namespace)).orElse(List.of());
  }
}
