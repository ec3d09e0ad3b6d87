package io.openclustermanagement.governance.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.configuration.ObjectAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes between two evaluations. */
class FleetDiffTest {

  private static Hub hub(String remediation, String... clusters) {
    return new Hub()
        .policy("a", "remediationAction: " + remediation)
        .placement("p", clusters)
        .binding("b", "p", "", "Policy a")
        .namespaces("c1")
        .namespaces("c2");
  }

  private static FleetDiff diff(Hub before, Hub after) {
    return FleetDiff.of(before.evaluate(), after.evaluate());
  }

  @Test
  void nothingChangesBetweenAFleetAndItself() {
    assertThat(diff(hub("enforce", "c1"), hub("enforce", "c1")).isEmpty()).isTrue();
  }

  @Test
  void clustersAreGainedAndLost() {
    assertThat(diff(hub("inform", "c1"), hub("inform", "c2")).placements())
        .containsExactly(
            new FleetDiff.PlacementChange(new HubName("acme", "p"), List.of("c2"), List.of("c1")));
  }

  @Test
  void whatEnforcementWritesIsListedOnlyIfItWasNotWrittenAnyway() {
    assertThat(diff(hub("inform", "c1"), hub("enforce", "c1", "c2")).objects())
        .extracting(each -> each.cluster() + " " + each.action() + " " + each.object().name())
        .containsExactly("c1 CREATE a", "c2 CREATE a");
    assertThat(diff(hub("enforce", "c1"), hub("enforce", "c1", "c2")).objects())
        .extracting(FleetDiff.ObjectChange::cluster)
        .containsExactly("c2");
  }

  private static Hub pruning(String... clusters) {
    return new Hub()
        .with(
            """
            apiVersion: policy.open-cluster-management.io/v1
            kind: Policy
            metadata: {name: a, namespace: acme}
            spec:
              disabled: false
              remediationAction: enforce
              policy-templates:
              - objectDefinition:
                  apiVersion: policy.open-cluster-management.io/v1
                  kind: ConfigurationPolicy
                  metadata: {name: a}
                  spec:
                    remediationAction: inform
                    pruneObjectBehavior: DeleteAll
                    object-templates:
                    - complianceType: musthave
                      objectDefinition: {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            """)
        .placement("p", clusters)
        .binding("b", "p", "", "Policy a")
        .namespaces("c1", "shop");
  }

  @Test
  void whatGoesWithAPolicyIsPruned() {
    assertThat(diff(pruning("c1"), pruning()).objects())
        .extracting(each -> each.action() + " " + each.object().name())
        .containsExactly(ObjectAction.PRUNE + " shop");
  }

  @Test
  void whatChangesOnClustersWithoutInventoryIsUndecided() {
    FleetDiff diff = diff(hub("inform", "c9"), hub("enforce", "c9"));
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.undecided()).containsExactly("c9");
    assertThat(diff(hub("inform", "c9"), hub("inform", "c9")).undecided()).isEmpty();
  }
}
