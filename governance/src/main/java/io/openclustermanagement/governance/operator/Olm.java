package io.openclustermanagement.governance.operator;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.Labels;
import java.util.List;
import java.util.Optional;

/** Objects of the Operator Lifecycle Manager. */
final class Olm {
  static final String V1 = "operators.coreos.com/v1";
  static final String V1_ALPHA_1 = "operators.coreos.com/v1alpha1";
  private static final int MAX_LABEL = 63;

  private Olm() {}

  /** The objects of a kind in a namespace, or for an empty one in all. */
  static List<JsonObject> list(
      Inventory inventory, String apiVersion, String kind, String namespace) {
    return inventory
        .resource(apiVersion, kind)
        .map(each -> inventory.list(each, namespace))
        .orElse(List.of());
  }

  /** The object of that name. */
  static Optional<JsonObject> find(
      Inventory inventory, String apiVersion, String kind, String namespace, String name) {
    return inventory
        .resource(apiVersion, kind)
        .flatMap(each -> inventory.find(each, each.namespaced() ? namespace : "", name));
  }

  /** Some object of that name, in whatever namespace. */
  static Optional<JsonObject> named(
      Inventory inventory, String apiVersion, String kind, String name) {
    return list(inventory, apiVersion, kind, "").stream()
        .filter(each -> name(each).equals(name))
        .findFirst();
  }

  static String name(JsonObject object) {
    return object.object("metadata").text("name").orElse("");
  }

  static String namespace(JsonObject object) {
    return object.object("metadata").text("namespace").orElse("");
  }

  /** Whether it belongs to the operator of a subscription ({@code opLabelName}). */
  static boolean belongsTo(JsonObject subscription, JsonObject object) {
    String label = name(subscription) + "." + namespace(subscription);
    if (label.length() > MAX_LABEL) {
      label = label.substring(0, MAX_LABEL).replaceAll("[._-]+$", "");
    }
    return Labels.of(object).containsKey("operators.coreos.com/" + label);
  }
}
