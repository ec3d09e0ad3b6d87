package io.openclustermanagement.placement.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterObjectTest {

  /** [Q] The fields without {@code omitempty}, and the structures that Go never leaves out. */
  @Test
  void anEmptyClusterHasTheFieldsThatGoAlwaysWrites() {
    assertThat(ClusterObject.of(TestClusters.named("c", Map.of())))
        .isEqualTo(
            Map.of(
                "metadata", Map.of("name", "c"),
                "spec", Map.of("hubAcceptsClient", false),
                "status", Map.of("conditions", NullValue.NULL, "version", Map.of())));
  }

  @Test
  void aFullClusterIsWrittenAsGoWritesIt() {
    Map<String, Object> object = ClusterObject.of(TestClusters.C1);
    assertThat(object.get("spec"))
        .isEqualTo(
            Map.of(
                "hubAcceptsClient",
                true,
                "leaseDurationSeconds",
                60L,
                "taints",
                List.of(
                    Map.of(
                        "key", "k",
                        "value", "v",
                        "effect", "NoSelect",
                        "timeAdded", "2026-01-01T00:00:00Z"))));
    assertThat(object.get("status"))
        .asInstanceOf(InstanceOfAssertFactories.map(Object.class, Object.class))
        .containsEntry("allocatable", Map.of("cpu", "32", "memory", "64Gi"));
    assertThat(object).doesNotContainKeys("apiVersion", "kind");
  }

  @Test
  void timesAreWrittenToTheSecond() {
    ObjectMeta meta =
        ObjectMeta.named("c").withDeletionTimestamp(Instant.parse("2026-01-01T00:00:00.75Z"));
    assertThat(ClusterObject.of(new ManagedCluster(meta, null, null)).get("metadata"))
        .isEqualTo(Map.of("name", "c", "deletionTimestamp", "2026-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "32, 32",
    "0, 0",
    "0Ki, 0",
    "1000m, 1",
    "0.5, 500m",
    "1500m, 1500m",
    "64Gi, 64Gi",
    "65536Mi, 64Gi",
    "1.5Gi, 1536Mi",
    "512Ki, 512Ki",
    "0.5Ki, 512",
    "1000k, 1M",
    "1e3, 1e3",
    "12e2, 1200",
    "1E, 1E",
    "0.0000000001, 1n",
    "-1500m, -1500m",
    "1.25Ki, 1280",
    "0.001Ki, 1024m",
    "1023Ki, 1023Ki",
    "1500Ei, 9223372036854775807",
    "1e30, 1e30",
    // [Q] Go has no suffix for this power of ten, and leaves it out.
    "1000E, 1"
  })
  void quantitiesAreWrittenInCanonicalForm(String text, String canonical) {
    assertThat(CanonicalQuantity.of(new Quantity(text))).isEqualTo(canonical);
  }
}
