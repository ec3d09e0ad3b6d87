package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that prioritizers score by, one primitive column per fact, in the order of the fleet. */
final class ScoreColumns {
  private final Map<String, double[]> allocatable = new HashMap<>();
  private final Map<AddOn, AddOnColumn> addOns = new HashMap<>();

  /** One score of one AddOnPlacementScore. */
  record AddOn(String resourceName, String scoreName) {}

  /** Values by position; the end of their validity is {@code null} for never. */
  record AddOnColumn(long[] values, @Nullable Instant[] validUntil) {
    boolean isExpired(int position, Instant now) {
      Instant end = validUntil[position];
      return end != null && now.isAfter(end);
    }
  }

  /** Allocatable amounts; NaN where the cluster lacks the allocatable or the capacity entry. */
  double[] allocatable(Fleet fleet, String resource) {
    return allocatable.computeIfAbsent(resource, r -> column(fleet, r));
  }

  AddOnColumn addOn(Fleet fleet, AddOn score) {
    return addOns.computeIfAbsent(score, s -> column(fleet, s));
  }

  void update(Fleet fleet, int position) {
    ManagedCluster cluster = fleet.clusterTable().value(position);
    allocatable.replaceAll((r, column) -> with(column, position, amount(cluster, r)));
    addOns.replaceAll((s, column) -> with(column, fleet, position, s));
  }

  long sizeInBytes() {
    long amounts = allocatable.values().stream().mapToLong(c -> 8L * c.length).sum();
    return amounts + addOns.values().stream().mapToLong(c -> 16L * c.values.length).sum();
  }

  void clear() {
    allocatable.clear();
    addOns.clear();
  }

  private static double[] column(Fleet fleet, String resource) {
    return fleet.clusters().stream().mapToDouble(c -> amount(c, resource)).toArray();
  }

  private static double amount(ManagedCluster cluster, String resource) {
    Quantity amount = cluster.allocatable().get(resource);
    return amount != null && cluster.capacity().containsKey(resource)
        ? amount.asApproximateFloat64()
        : Double.NaN;
  }

  private static AddOnColumn column(Fleet fleet, AddOn score) {
    int size = fleet.clusterTable().size();
    AddOnColumn column = new AddOnColumn(new long[size], new @Nullable Instant[size]);
    for (int i = 0; i < size; i++) {
      fill(column, fleet, i, score);
    }
    return column;
  }

  private static void fill(AddOnColumn column, Fleet fleet, int position, AddOn score) {
    String cluster = fleet.clusterTable().key(position);
    AddOnPlacementScore object = fleet.find(cluster, score.resourceName());
    column.values[position] = 0;
    column.validUntil[position] = null;
    if (object == null || object.status() == null) {
      return;
    }
    for (AddOnPlacementScoreItem item : object.status().scores()) {
      if (item.name().equals(score.scoreName())) {
        column.values[position] = item.value();
      }
    }
    column.validUntil[position] = object.status().validUntil();
  }

  private static double[] with(double[] column, int position, double amount) {
    if (Double.compare(column[position], amount) == 0) {
      return column;
    }
    double[] changed = column.clone();
    changed[position] = amount;
    return changed;
  }

  private static AddOnColumn with(AddOnColumn column, Fleet fleet, int position, AddOn score) {
    AddOnColumn changed = new AddOnColumn(column.values.clone(), column.validUntil.clone());
    fill(changed, fleet, position, score);
    return changed;
  }
}
