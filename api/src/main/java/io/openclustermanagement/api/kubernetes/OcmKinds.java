package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.crd.CustomResourceDefinitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of Open Cluster Management itself, as the CRDs of this project describe them. They are
 * made when someone first asks for a kind that Kubernetes does not have.
 */
final class OcmKinds {
  private static final String DOMAIN = "open-cluster-management.io";

  private OcmKinds() {}

  private static final class Holder {
    private static final Map<String, List<ResourceType>> BY_KIND =
        CustomResourceDefinitions.all().stream()
            .flatMap(crd -> CrdReader.read(crd).stream())
            .collect(
                Collectors.groupingBy(
                    ResourceType::kind, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** Whether a group belongs to Open Cluster Management. */
  static boolean owns(String group) {
    return group.equals(DOMAIN) || group.endsWith("." + DOMAIN);
  }

  /** The kinds by their names. */
  static Map<String, List<ResourceType>> byKind() {
    return Holder.BY_KIND;
  }
}
