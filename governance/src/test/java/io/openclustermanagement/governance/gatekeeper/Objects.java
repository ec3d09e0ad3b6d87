package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.ClusterState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Objects for tests, written as YAML. */
public final class Objects {

  private Objects() {}

  /** All objects of a text. */
  public static List<GenericObject> read(String yaml) {
    return ManifestReader.readGeneric("test", yaml).documents().stream()
        .map(each -> (GenericObject) each.object())
        .toList();
  }

  /** The only object of a text. */
  public static JsonObject one(String yaml) {
    return read(yaml).getFirst().content();
  }

  /** A cluster with the objects of a text, at the beginning of November 2026. */
  public static ClusterState cluster(String yaml) {
    return new ClusterState(
        "c1",
        Optional.empty(),
        Inventory.of(read(yaml), KubernetesSchemas.builtIn()),
        Instant.parse("2026-11-01T00:00:00Z"));
  }
}
