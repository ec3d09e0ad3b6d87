package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.PlacementDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each cluster occurs in the existing PlacementDecisions, kept up to date decision by
 * decision, and the part that each placement has in it (upstream {@code
 * pkg/placement/plugins/balance}).
 */
final class DecisionCounts {
  private SortedTable<?> clusters;

  /**
   * Occurrences by position in the fleet. Replaced, never changed, once {@link #of} gave it away.
   */
  private int[] counts;

  private boolean shared;

  /** Occurrences by name, also of names that no cluster of the fleet has. */
  private final Map<String, Integer> byName = new HashMap<>();

  /** How many names occur how often. */
  private int[] histogram = new int[8];

  private final Map<String, List<PlacementDecision>> byPlacement = new HashMap<>();
  private final Map<String, Own> own = new HashMap<>();

  DecisionCounts(Fleet fleet) {
    clusters = fleet.clusterTable();
    counts = new int[clusters.size()];
    fleet.decisions().forEach(this::add);
  }

  /** The clusters that occur in the decisions of one placement, and how often. */
  record Own(int[] positions, int[] times, Map<String, Integer> elsewhere) {
    static final Own NONE = new Own(new int[0], new int[0], Map.of());

    boolean contains(int position) {
      return Arrays.binarySearch(positions, position) >= 0;
    }

    /** How often the decisions name the cluster at a position. */
    int times(int position) {
      int i = Arrays.binarySearch(positions, position);
      return i < 0 ? 0 : times[i];
    }

    /** Whether the decisions name the cluster, which has no position if it is not in the fleet. */
    boolean names(String cluster, int position) {
      return position >= 0 ? contains(position) : elsewhere.containsKey(cluster);
    }
  }

  /**
   * Occurrences of clusters in decisions of other placements.
   *
   * @param all occurrences by position in all decisions
   * @param own the part that the placement itself has
   * @param max the highest number of occurrences in decisions of others, over all names
   * @param limit a number that no count in {@code all} reaches
   */
  record Counts(int[] all, Own own, int max, int limit) {}

  Own own(String namespace, String placement) {
    String key = key(namespace, placement);
    List<PlacementDecision> decisions = byPlacement.get(key);
    return decisions == null ? Own.NONE : own.computeIfAbsent(key, k -> resolve(decisions));
  }

  Counts of(Own own) {
    shared = true;
    return new Counts(counts, own, max(own), limit());
  }

  void add(PlacementDecision decision) {
    String key = key(decision);
    if (key != null) {
      byPlacement.computeIfAbsent(key, k -> new ArrayList<>()).add(decision);
      own.remove(key);
    }
    decision.decisions().forEach(d -> count(d, 1));
  }

  void remove(PlacementDecision decision) {
    String key = key(decision);
    List<PlacementDecision> decisions = key == null ? null : byPlacement.get(key);
    if (decisions != null && key != null) {
      decisions.remove(decision);
      own.remove(key);
    }
    decision.decisions().forEach(d -> count(d, -1));
  }

  /** Follows clusters that were added to the fleet or removed from it. */
  void realign(SortedTable<?> changed) {
    clusters = changed;
    counts = new int[changed.size()];
    shared = false;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = byName.getOrDefault(changed.key(i), 0);
    }
    own.clear();
  }

  private void count(ClusterDecision decision, int by) {
    String name = decision.clusterName();
    int before = byName.getOrDefault(name, 0);
    int after = before + by;
    if (after == 0) {
      byName.remove(name);
    } else {
      byName.put(name, after);
    }
    if (Math.max(before, after) >= histogram.length) {
      histogram = Arrays.copyOf(histogram, histogram.length * 2);
    }
    histogram[before]--;
    histogram[after]++;
    int position = clusters.find(name);
    if (position >= 0) {
      counts = shared ? counts.clone() : counts;
      shared = false;
      counts[position] = after;
    }
  }

  private int limit() {
    int limit = histogram.length;
    while (limit > 1 && histogram[limit - 1] == 0) {
      limit--;
    }
    return limit;
  }

  private int max(Own own) {
    int[] left = histogram.clone();
    int reduced = 0;
    for (int i = 0; i < own.positions.length; i++) {
      int all = counts[own.positions[i]];
      left[all]--;
      reduced = Math.max(reduced, all - own.times[i]);
    }
    for (Map.Entry<String, Integer> entry : own.elsewhere.entrySet()) {
      int all = byName.getOrDefault(entry.getKey(), 0);
      left[all]--;
      reduced = Math.max(reduced, all - entry.getValue());
    }
    int max = left.length - 1;
    while (max > reduced && left[max] <= 0) {
      max--;
    }
    return Math.max(max, reduced);
  }

  private Own resolve(List<PlacementDecision> decisions) {
    Map<String, Integer> times = new HashMap<>();
    for (PlacementDecision decision : decisions) {
      decision.decisions().forEach(d -> times.merge(d.clusterName(), 1, Integer::sum));
    }
    Map<String, Integer> elsewhere = new HashMap<>(times);
    elsewhere.keySet().removeIf(name -> clusters.find(name) >= 0);
    times.keySet().removeAll(elsewhere.keySet());
    int[] positions = times.keySet().stream().mapToInt(clusters::find).sorted().toArray();
    int[] found =
        Arrays.stream(positions).map(p -> times.getOrDefault(clusters.key(p), 0)).toArray();
    return new Own(positions, found, elsewhere);
  }

  private static @Nullable String key(PlacementDecision decision) {
    String placement = decision.metadata().labels().get(ClusterLabels.PLACEMENT);
    return placement == null ? null : key(decision.metadata().namespace(), placement);
  }

  private static String key(@Nullable String namespace, String placement) {
    return namespace + "/" + placement;
  }
}
