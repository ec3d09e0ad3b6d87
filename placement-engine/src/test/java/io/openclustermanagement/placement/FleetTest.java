package io.openclustermanagement.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openclustermanagement.api.cluster.ManagedCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetTest {

  @Test
  void duplicatesAreAllReported() {
    ManagedCluster first = Samples.cluster("a", Map.of());
    ManagedCluster second = Samples.cluster("a", Map.of("env", "prod"));
    Fleet.Builder builder =
        Fleet.builder().add(first).add(second).add(Samples.decision("x", "p", "a"));
    builder.add(Samples.decision("y", "p", "a")).add(Samples.decision("x", "p"));
    DuplicateObjectException problem =
        catchThrowableOfType(DuplicateObjectException.class, builder::build);
    assertThat(problem.duplicates()).hasSize(2);
    assertThat(problem.duplicates().getFirst().first()).isSameAs(first);
    assertThat(problem.duplicates().getFirst().second()).isSameAs(second);
  }

  @Test
  void changedCopiesShareNothingThatChanges() {
    Fleet fleet = Samples.fleet(Samples.cluster("b", Map.of()));
    Fleet more = fleet.with(Samples.cluster("a", Map.of())).with(Samples.cluster("c", Map.of()));
    assertThat(names(more)).containsExactly("a", "b", "c");
    assertThat(names(more.without(Samples.cluster("b", Map.of())))).containsExactly("a", "c");
    assertThat(names(fleet)).containsExactly("b");
  }

  @Test
  void namesAreInTheByteOrderThatUpstreamSortsBy() {
    assertThat(SortedTable.compare("\uffff", "\ud83d\ude00")).isNegative();
    assertThat(SortedTable.compare("a", "aa")).isNegative();
    assertThat(SortedTable.compare("c10", "c9")).isNegative();
  }

  private static List<String> names(Fleet fleet) {
    return fleet.clusters().stream().map(c -> c.metadata().name()).toList();
  }
}
