package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The scheduling rules written down one after the other, with lists and maps, no index and no code
 * shared with the engine. Slow and plain on purpose: the engine has to give the same answers.
 */
@NullUnmarked // the generator fills what is read here, and checks for null would hide the rules
final class NaiveScheduler {
  private static final String SET_LABEL = "cluster.open-cluster-management.io/clusterset";
  private static final String PLACEMENT_LABEL = "cluster.open-cluster-management.io/placement";

  private final Fleet fleet;
  private final Placement placement;
  private final PlacementSpec spec;
  private final Target target;
  private final Instant now;
  private final Set<String> chosenBefore = new LinkedHashSet<>();
  private final Map<String, Rejection.Stage> stages = new TreeMap<>();
  private String problem = "";
  private String warning = "";
  private @Nullable Duration requeue;

  private NaiveScheduler(Fleet fleet, Placement placement, Target target, Instant now) {
    this.fleet = fleet;
    this.placement = placement;
    this.spec = placement.spec();
    this.target = target;
    this.now = now;
    for (PlacementDecision object : fleet.decisions()) {
      if (isOwn(object)) {
        object.decisions().forEach(d -> chosenBefore.add(d.clusterName()));
      }
    }
  }

  /** A misconfiguration; the message is plugin, colon, text. */
  private static final class Misconfigured extends Exception {
    private static final long serialVersionUID = 1L;

    Misconfigured(String message) {
      super(message);
    }
  }

  /** What is compared. Maps are sorted, so that texts of equal answers are equal. */
  record Answer(
      String outcome,
      String problem,
      String warning,
      List<String> conditions,
      List<String> decisions,
      List<String> objects,
      List<String> groups,
      int unscheduled,
      @Nullable Duration requeue,
      Map<String, Long> totals,
      List<String> prioritizers,
      Map<String, Rejection.Stage> stages) {}

  static Answer schedule(Fleet fleet, Placement placement, Target target, Instant now) {
    return new NaiveScheduler(fleet, placement, target, now).run();
  }

  private boolean isOwn(PlacementDecision object) {
    return placement.metadata().name().equals(object.metadata().labels().get(PLACEMENT_LABEL))
        && placement.metadata().namespace() != null
        && placement.metadata().namespace().equals(object.metadata().namespace());
  }

  private Answer run() {
    if ("true"
        .equals(
            placement
                .metadata()
                .annotations()
                .get("cluster.open-cluster-management.io/experimental-scheduling-disable"))) {
      return stopped("Skipped");
    }
    Set<String> bound = new TreeSet<>();
    for (ManagedClusterSetBinding binding : fleet.bindings(placement.metadata().namespace())) {
      if (fleet.clusterSet(binding.metadata().name()) != null) {
        bound.add(binding.metadata().name());
      }
    }
    Set<String> eligible = new TreeSet<>(bound);
    if (!spec.clusterSets().isEmpty()) {
      eligible.retainAll(spec.clusterSets());
    }
    List<ManagedCluster> available = new ArrayList<>();
    try {
      for (String set : eligible) {
        isMember(RandomFleets.bareCluster("none"), fleet.clusterSet(set));
      }
    } catch (Misconfigured e) {
      return stopped("Aborted");
    }
    for (ManagedCluster cluster : fleet.clusters()) {
      try {
        boolean member = false;
        for (String set : eligible) {
          member |= isMember(cluster, fleet.clusterSet(set));
        }
        if (!member) {
          stages.put(name(cluster), Rejection.Stage.CLUSTER_SET);
        } else if (cluster.metadata().deletionTimestamp() != null) {
          stages.put(name(cluster), Rejection.Stage.TERMINATING);
        } else {
          available.add(cluster);
        }
      } catch (Misconfigured e) {
        return stopped("Aborted");
      }
    }
    List<ManagedCluster> selected = new ArrayList<>();
    int unscheduled = 0;
    Map<String, Long> totals = new TreeMap<>();
    List<String> prioritizers = new ArrayList<>();
    Rejection.Stage filter = Rejection.Stage.PREDICATE;
    List<ManagedCluster> candidates = available;
    try {
      candidates = predicate(candidates);
      filter = Rejection.Stage.TAINT_TOLERATION;
      candidates = toleration(candidates);
      filter = Rejection.Stage.PRIORITIZER;
      totals.putAll(score(candidates, prioritizers));
      selected = select(candidates, totals);
      unscheduled = spec.numberOfClusters() == null ? 0 : spec.numberOfClusters() - selected.size();
      requeue = requeueAfter();
    } catch (Misconfigured e) {
      problem = e.getMessage();
      for (ManagedCluster cluster : candidates) {
        stages.putIfAbsent(name(cluster), filter);
      }
    }
    List<List<String>> groups = new ArrayList<>();
    List<String> groupNames = new ArrayList<>();
    group(selected, groups, groupNames);
    return answer(
        bound,
        eligible,
        available,
        selected,
        unscheduled,
        totals,
        prioritizers,
        groups,
        groupNames);
  }

  private Answer stopped(String outcome) {
    return new Answer(
        outcome, "", "", List.of(), List.of(), List.of(), List.of(), 0, null, Map.of(), List.of(),
        Map.of());
  }

  private boolean isMember(ManagedCluster cluster, ManagedClusterSet set) throws Misconfigured {
    var selector = set.spec() == null ? null : set.spec().clusterSelector();
    if (selector == null || selector.selectorType() != SelectorType.LABEL_SELECTOR) {
      return set.metadata().name().equals(cluster.metadata().labels().get(SET_LABEL));
    }
    return selector.labelSelector() != null
        && matches(selector.labelSelector(), cluster.metadata().labels());
  }

  private List<ManagedCluster> predicate(List<ManagedCluster> clusters) throws Misconfigured {
    if (spec.predicates().isEmpty() || clusters.isEmpty()) {
      return clusters;
    }
    List<ManagedCluster> left = new ArrayList<>();
    for (ManagedCluster cluster : clusters) {
      boolean matched = false;
      for (ClusterPredicate predicate : spec.predicates()) {
        ClusterSelector selector = predicate.requiredClusterSelector();
        try {
          matched |=
              selector == null
                  || matches(selector.labelSelector(), selector.claimSelector(), cluster);
        } catch (Misconfigured e) {
          throw new Misconfigured("Predicate:" + e.getMessage());
        }
      }
      if (matched) {
        left.add(cluster);
      } else {
        stages.put(name(cluster), Rejection.Stage.PREDICATE);
      }
    }
    return left;
  }

  private static boolean matches(
      @Nullable LabelSelector labels, @Nullable ClusterClaimSelector claims, ManagedCluster cluster)
      throws Misconfigured {
    boolean byLabels = labels == null || matches(labels, cluster.metadata().labels());
    boolean byClaims = true;
    if (claims != null) {
      Map<String, String> values = new HashMap<>();
      if (cluster.status() != null) {
        for (ManagedClusterClaim claim : cluster.status().clusterClaims()) {
          values.put(claim.name(), claim.value() == null ? "" : claim.value());
        }
      }
      byClaims = matches(new LabelSelector(claims.matchExpressions(), Map.of()), values);
    }
    return byLabels && byClaims;
  }

  private static boolean matches(LabelSelector selector, Map<String, String> values)
      throws Misconfigured {
    boolean all = true;
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      all &= label.getValue().equals(values.get(label.getKey()));
    }
    for (LabelSelectorRequirement term : selector.matchExpressions()) {
      String value = values.get(term.key());
      boolean hasValues = !term.values().isEmpty();
      switch (term.operator()) {
        case "In" ->
            all &= check(hasValues, term) && value != null && term.values().contains(value);
        case "NotIn" ->
            all &= check(hasValues, term) && (value == null || !term.values().contains(value));
        case "Exists" -> all &= check(!hasValues, term) && value != null;
        case "DoesNotExist" -> all &= check(!hasValues, term) && value == null;
        default ->
            throw new Misconfigured(
                "\"" + term.operator() + "\" is not a valid label selector operator");
      }
    }
    return all;
  }

  private static boolean check(boolean valid, LabelSelectorRequirement term) throws Misconfigured {
    if (!valid) {
      throw new Misconfigured(
          term.values().isEmpty()
              ? "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"
              : "values: Invalid value: [\""
                  + String.join("\",\"", term.values())
                  + "\"]: values set must be empty for exists and does not exist");
    }
    return true;
  }

  private List<ManagedCluster> toleration(List<ManagedCluster> clusters) throws Misconfigured {
    if (clusters.isEmpty()) {
      return clusters;
    }
    for (Toleration t : spec.tolerations()) {
      boolean exists = "Exists".equals(t.operator());
      if ((t.key() == null || t.key().isEmpty()) && !exists) {
        throw new Misconfigured("TaintToleration:If the key is empty, operator must be Exists.");
      }
      if (exists && t.value() != null && !t.value().isEmpty()) {
        throw new Misconfigured(
            "TaintToleration:If the operator is Exists, the value should be empty.");
      }
    }
    List<ManagedCluster> left = new ArrayList<>();
    for (ManagedCluster cluster : clusters) {
      boolean tolerated = true;
      for (Taint taint : cluster.taints()) {
        tolerated &=
            isHarmless(taint, chosenBefore.contains(name(cluster))) || toleratedBy(taint) != null;
      }
      if (tolerated) {
        left.add(cluster);
      } else {
        stages.put(name(cluster), Rejection.Stage.TAINT_TOLERATION);
      }
    }
    return left;
  }

  private static boolean isHarmless(Taint taint, boolean chosenBefore) {
    return taint.effect() == TaintEffect.PREFER_NO_SELECT
        || (taint.effect() == TaintEffect.NO_SELECT_IF_NEW && chosenBefore);
  }

  private @Nullable Toleration toleratedBy(Taint taint) {
    for (Toleration t : spec.tolerations()) {
      boolean effect = t.effect() == null || t.effect() == taint.effect();
      boolean key = t.key() == null || t.key().isEmpty() || t.key().equals(taint.key());
      String wanted = t.value() == null ? "" : t.value();
      String found = taint.value() == null ? "" : taint.value();
      boolean value = "Exists".equals(t.operator()) || wanted.equals(found);
      boolean inTime = t.tolerationSeconds() == null || now.isBefore(end(taint, t));
      if (effect && key && value && inTime) {
        return t;
      }
    }
    return null;
  }

  private static Instant end(Taint taint, Toleration t) {
    Instant added =
        taint.timeAdded() == null ? Instant.parse("0001-01-01T00:00:00Z") : taint.timeAdded();
    return added.plusSeconds(t.tolerationSeconds());
  }

  private @Nullable Duration requeueAfter() {
    Duration earliest = null;
    for (ManagedCluster cluster : fleet.clusters()) {
      if (!chosenBefore.contains(name(cluster))) {
        continue;
      }
      List<Duration> ends = new ArrayList<>();
      boolean tolerated = true;
      for (Taint taint : cluster.taints()) {
        if (isHarmless(taint, true)) {
          continue;
        }
        Toleration by = toleratedBy(taint);
        tolerated &= by != null;
        if (by != null && by.tolerationSeconds() != null) {
          ends.add(Duration.between(now, end(taint, by)));
        }
      }
      if (tolerated && !ends.isEmpty()) {
        Duration first = Collections.min(ends);
        earliest = earliest == null || first.compareTo(earliest) < 0 ? first : earliest;
      }
    }
    return earliest;
  }

  private Map<String, Long> score(List<ManagedCluster> clusters, List<String> prioritizers)
      throws Misconfigured {
    List<ScoreCoordinate> coordinates = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    var policy = spec.prioritizerPolicy();
    String mode = policy == null || policy.mode() == null ? "" : policy.mode();
    if (!mode.equals("Exact")) {
      coordinates.add(new ScoreCoordinate(ScoreCoordinateType.BUILT_IN, "Balance", null));
      coordinates.add(new ScoreCoordinate(ScoreCoordinateType.BUILT_IN, "Steady", null));
      weights.addAll(List.of(1, 1));
    }
    if (!List.of("", "Additive", "Exact").contains(mode)) {
      throw new Misconfigured(":incorrect prioritizer policy mode: " + mode);
    }
    for (PrioritizerConfig c :
        policy == null ? List.<PrioritizerConfig>of() : policy.configurations()) {
      if (c.scoreCoordinate() == null) {
        throw new Misconfigured(":scoreCoordinate field is required");
      }
      int same =
          c.scoreCoordinate().addOn() == null ? coordinates.indexOf(c.scoreCoordinate()) : -1;
      if (same >= 0) {
        weights.set(same, c.weight());
      } else {
        coordinates.add(c.scoreCoordinate());
        weights.add(c.weight());
      }
    }
    Map<String, Long> totals = new TreeMap<>();
    clusters.forEach(c -> totals.put(name(c), 0L));
    List<Map<String, Long>> scores = new ArrayList<>();
    for (int i = 0; i < coordinates.size(); i++) {
      scores.add(weights.get(i) == 0 ? Map.of() : score(coordinates.get(i), clusters));
    }
    for (int i = 0; i < coordinates.size(); i++) {
      if (weights.get(i) != 0) {
        long weight = weights.get(i);
        scores.get(i).forEach((cluster, score) -> totals.merge(cluster, weight * score, Long::sum));
        prioritizers.add(name(coordinates.get(i)) + " " + weight + " " + scores.get(i));
      }
    }
    Collections.sort(prioritizers);
    return totals;
  }

  private static String name(ScoreCoordinate c) {
    return c.type() == ScoreCoordinateType.BUILT_IN
        ? c.builtIn()
        : "AddOn/" + c.addOn().resourceName() + "/" + c.addOn().scoreName();
  }

  private Map<String, Long> score(ScoreCoordinate coordinate, List<ManagedCluster> clusters)
      throws Misconfigured {
    if (coordinate.type() == ScoreCoordinateType.ADD_ON) {
      if (coordinate.addOn() == null) {
        throw new Misconfigured(":addOn should not be empty");
      }
      return addOnScore(coordinate, clusters);
    }
    return switch (coordinate.builtIn()) {
      case "Balance" -> balance(clusters);
      case "Steady" -> steady(clusters);
      case "ResourceAllocatableCPU" -> allocatable(clusters, "cpu");
      case "ResourceAllocatableMemory" -> allocatable(clusters, "memory");
      default -> throw new Misconfigured(":incorrect builtin prioritizer: " + coordinate.builtIn());
    };
  }

  private Map<String, Long> balance(List<ManagedCluster> clusters) {
    Map<String, Integer> counts = new HashMap<>();
    for (PlacementDecision object : fleet.decisions()) {
      if (!isOwn(object)) {
        for (ClusterDecision decision : object.decisions()) {
          counts.merge(decision.clusterName(), 1, Integer::sum);
        }
      }
    }
    int max = counts.values().stream().mapToInt(n -> n).max().orElse(0);
    Map<String, Long> scores = new TreeMap<>();
    for (ManagedCluster cluster : clusters) {
      Integer n = counts.get(name(cluster));
      long score = n == null ? 100 : 2 * (long) (100.0 * (0.5 - (double) n / (double) max));
      scores.put(name(cluster), score);
    }
    return scores;
  }

  private Map<String, Long> steady(List<ManagedCluster> clusters) {
    Map<String, Long> scores = new TreeMap<>();
    clusters.forEach(c -> scores.put(name(c), chosenBefore.contains(name(c)) ? 100L : 0L));
    return scores;
  }

  private static Map<String, Long> allocatable(List<ManagedCluster> clusters, String resource) {
    Map<String, Double> amounts = new TreeMap<>();
    for (ManagedCluster cluster : clusters) {
      Quantity amount = cluster.allocatable().get(resource);
      if (amount != null && cluster.capacity().containsKey(resource)) {
        amounts.put(name(cluster), amount.asApproximateFloat64());
      }
    }
    Map<String, Long> scores = new TreeMap<>();
    for (Map.Entry<String, Double> entry : amounts.entrySet()) {
      double min = Collections.min(amounts.values());
      double max = Collections.max(amounts.values());
      double ratio = (entry.getValue() - min) / (max - min);
      scores.put(entry.getKey(), max - min == 0 ? 100L : (long) ((ratio - 0.5) * 2.0 * 100.0));
    }
    return scores;
  }

  private Map<String, Long> addOnScore(ScoreCoordinate coordinate, List<ManagedCluster> clusters) {
    Map<String, Long> scores = new TreeMap<>();
    String resource = coordinate.addOn().resourceName();
    String expired = "";
    for (ManagedCluster cluster : clusters) {
      scores.put(name(cluster), 0L);
      AddOnPlacementScore object = fleet.find(name(cluster), resource);
      if (object == null || object.status() == null) {
        continue;
      }
      if (object.status().validUntil() != null && now.isAfter(object.status().validUntil())) {
        expired += " " + name(cluster) + "/" + resource;
        continue;
      }
      for (AddOnPlacementScoreItem item : object.status().scores()) {
        if (item.name().equals(coordinate.addOn().scoreName())) {
          scores.put(name(cluster), (long) item.value());
        }
      }
    }
    if (!expired.isEmpty()) {
      warning = name(coordinate) + ":AddOnPlacementScores" + expired + " expired";
    }
    return scores;
  }

  private List<ManagedCluster> select(List<ManagedCluster> clusters, Map<String, Long> totals) {
    List<ManagedCluster> sorted = new ArrayList<>(clusters);
    sorted.sort(
        Comparator.<ManagedCluster, Long>comparing(c -> totals.get(name(c)))
            .reversed()
            .thenComparing(NaiveScheduler::name));
    int places = spec.numberOfClusters() == null ? sorted.size() : spec.numberOfClusters();
    boolean spreads =
        target == Target.NATIVE
            && spec.spreadPolicy() != null
            && !spec.spreadPolicy().spreadConstraints().isEmpty();
    List<ManagedCluster> selected =
        spreads ? spread(sorted, places) : sorted.subList(0, Math.min(places, sorted.size()));
    Rejection.Stage stage =
        spreads && (spec.numberOfClusters() == null || selected.size() < places)
            ? Rejection.Stage.SPREAD_POLICY
            : Rejection.Stage.NUMBER_OF_CLUSTERS;
    sorted.stream().filter(c -> !selected.contains(c)).forEach(c -> stages.put(name(c), stage));
    return selected;
  }

  private List<ManagedCluster> spread(List<ManagedCluster> sorted, int places) {
    List<ManagedCluster> chosen = new ArrayList<>();
    while (chosen.size() < places) {
      ManagedCluster best = null;
      long least = Long.MAX_VALUE;
      for (ManagedCluster cluster : sorted) {
        long soft = 0;
        boolean fits = !chosen.contains(cluster);
        for (SpreadConstraintsTerm term : spec.spreadPolicy().spreadConstraints()) {
          long excess = excess(term, cluster, sorted, chosen);
          boolean hard = term.whenUnsatisfiable() == UnsatisfiableMaxSkewAction.DO_NOT_SCHEDULE;
          fits &= !hard || excess == 0;
          soft += hard ? 0 : excess;
        }
        if (fits && soft < least) {
          best = cluster;
          least = soft;
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
    }
    return sorted.stream().filter(chosen::contains).toList();
  }

  private static long excess(
      SpreadConstraintsTerm term,
      ManagedCluster cluster,
      List<ManagedCluster> all,
      List<ManagedCluster> chosen) {
    String domain = domain(term, cluster);
    if (domain == null) {
      return Integer.MAX_VALUE;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (ManagedCluster other : all) {
      String at = domain(term, other);
      if (at != null) {
        counts.merge(at, chosen.contains(other) ? 1 : 0, Integer::sum);
      }
    }
    int skew = counts.get(domain) + 1 - Collections.min(counts.values());
    return Math.max(0, skew - (term.maxSkew() == null ? 1 : term.maxSkew()));
  }

  private static @Nullable String domain(SpreadConstraintsTerm term, ManagedCluster cluster) {
    return term.topologyKeyType() == TopologyKeyType.LABEL
        ? cluster.metadata().labels().get(term.topologyKey())
        : cluster.claims().get(term.topologyKey());
  }

  private void group(List<ManagedCluster> selected, List<List<String>> groups, List<String> names) {
    GroupStrategy strategy =
        spec.decisionStrategy() == null ? null : spec.decisionStrategy().groupStrategy();
    int total = selected.size();
    List<ManagedCluster> rest = new ArrayList<>(selected);
    rest.sort(Comparator.comparing(NaiveScheduler::name));
    int length = total;
    if (strategy != null && strategy.clustersPerDecisionGroup() instanceof IntOrString.Int i) {
      length = i.value();
    } else if (strategy != null
        && strategy.clustersPerDecisionGroup() instanceof IntOrString.Text t) {
      if (!t.value().matches("[0-9]+%")) {
        problem = ":" + t.value() + " invalid type: string is not a percentage";
        return;
      }
      length = (int) Math.ceil(Double.parseDouble(t.value().replace("%", "")) / 100 * total);
    }
    if (length <= 0 || length > total) {
      length = total;
    }
    for (DecisionGroup group :
        strategy == null ? List.<DecisionGroup>of() : strategy.decisionGroups()) {
      List<String> members = new ArrayList<>();
      try {
        for (ManagedCluster cluster : selected) {
          var selector = group.groupClusterSelector();
          if (matches(selector.labelSelector(), selector.claimSelector(), cluster)
              && rest.remove(cluster)) {
            members.add(name(cluster));
          }
        }
        if (selected.isEmpty()) {
          var selector = group.groupClusterSelector();
          matches(
              selector.labelSelector(), selector.claimSelector(), RandomFleets.bareCluster("none"));
        }
      } catch (Misconfigured e) {
        problem = ":" + e.getMessage();
        return;
      }
      cut(members, length, group.groupName(), groups, names);
    }
    cut(rest.stream().map(NaiveScheduler::name).toList(), length, "", groups, names);
    if (groups.isEmpty()) {
      groups.add(List.of());
      names.add("");
    }
  }

  private static void cut(
      List<String> members,
      int length,
      String name,
      List<List<String>> groups,
      List<String> names) {
    List<String> sorted = members.stream().sorted().toList();
    for (int from = 0; from < sorted.size(); from += length) {
      groups.add(sorted.subList(from, Math.min(sorted.size(), from + length)));
      names.add(name);
    }
  }

  private Answer answer(
      Set<String> bound,
      Set<String> eligible,
      List<ManagedCluster> available,
      List<ManagedCluster> selected,
      int unscheduled,
      Map<String, Long> totals,
      List<String> prioritizers,
      List<List<String>> groups,
      List<String> groupNames) {
    Map<String, String> groupOf = new HashMap<>();
    List<String> objects = new ArrayList<>();
    List<String> statuses = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<String> group = groups.get(g);
      List<String> names = new ArrayList<>();
      for (int from = 0; from == 0 || from < group.size(); from += 100) {
        List<String> slice = group.subList(from, Math.min(group.size(), from + 100));
        String name = placement.metadata().name() + "-decision-" + (objects.size() + 1);
        Map<String, String> labels = new TreeMap<>();
        labels.put(PLACEMENT_LABEL, placement.metadata().name());
        labels.put("cluster.open-cluster-management.io/decision-group-index", "" + g);
        labels.put("cluster.open-cluster-management.io/decision-group-name", groupNames.get(g));
        objects.add(name + " " + labels + " " + slice);
        names.add(name);
      }
      for (String cluster : group) {
        groupOf.put(cluster, g + " " + groupNames.get(g));
      }
      statuses.add(g + " " + groupNames.get(g) + " " + names + " " + group.size());
    }
    List<String> decisions = new ArrayList<>();
    for (ManagedCluster cluster : selected) {
      decisions.add(
          name(cluster) + " " + totals.get(name(cluster)) + " " + groupOf.get(name(cluster)));
    }
    return new Answer(
        problem.isEmpty() ? (warning.isEmpty() ? "Success" : "Warning") : "Misconfigured",
        problem,
        problem.isEmpty() ? warning : "",
        conditions(bound, eligible, available, selected.size(), unscheduled),
        decisions,
        objects,
        statuses,
        unscheduled,
        requeue,
        totals,
        prioritizers,
        stages);
  }

  private List<String> conditions(
      Set<String> bound,
      Set<String> eligible,
      List<ManagedCluster> available,
      int selected,
      int unscheduled) {
    String misconfigured =
        problem.isEmpty()
            ? "PlacementMisconfigured False Succeedconfigured Placement configurations check pass"
            : "PlacementMisconfigured True Misconfigured " + problem;
    String satisfied;
    if (bound.isEmpty()) {
      satisfied =
          "False NoManagedClusterSetBindings No valid ManagedClusterSetBindings found in placement namespace";
    } else if (eligible.isEmpty()) {
      satisfied =
          "False NoIntersection None of ManagedClusterSets ["
              + String.join(",", spec.clusterSets())
              + "] is bound to placement namespace";
    } else if (available.isEmpty()) {
      satisfied =
          "False AllManagedClusterSetsEmpty All ManagedClusterSets ["
              + String.join(",", eligible)
              + "] have no member ManagedCluster";
    } else if (selected == 0) {
      satisfied =
          "False NoManagedClusterMatched No ManagedCluster matches any of the cluster predicate";
    } else if (unscheduled == 0) {
      satisfied = "True AllDecisionsScheduled All cluster decisions scheduled";
    } else {
      satisfied =
          "False NotAllDecisionsScheduled " + unscheduled + " cluster decisions unscheduled";
    }
    return List.of(misconfigured, "PlacementSatisfied " + satisfied);
  }

  /** The same view of an answer of the engine. */
  static Answer of(PlacementResult result) {
    ScheduleStatus status = result.status();
    if (!status.isScheduled()) {
      return new Answer(
          status.code().wireName(),
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0,
          null,
          Map.of(),
          List.of(),
          Map.of());
    }
    Map<String, Rejection.Stage> stages = new TreeMap<>();
    result.rejections().forEach(r -> stages.put(r.cluster(), r.stage()));
    Map<String, Long> totals = new TreeMap<>();
    result.scores().forEach(s -> totals.put(s.cluster(), s.total()));
    boolean misconfigured = status.code() == ScheduleStatus.Code.MISCONFIGURED;
    String text = status.plugin() + ":" + status.message();
    return new Answer(
        status.code().wireName(),
        misconfigured ? text : "",
        status.code() == ScheduleStatus.Code.WARNING ? text : "",
        result.conditions().stream()
            .map(c -> c.type() + " " + c.status().wireName() + " " + c.reason() + " " + c.message())
            .toList(),
        result.decisions().stream()
            .map(
                d ->
                    d.cluster()
                        + " "
                        + d.score()
                        + " "
                        + (d.group() == null ? null : d.group().index() + " " + d.group().name()))
            .toList(),
        result.placementDecisions().stream()
            .map(
                d ->
                    d.metadata().name()
                        + " "
                        + new TreeMap<>(d.metadata().labels())
                        + " "
                        + d.decisions().stream().map(ClusterDecision::clusterName).toList())
            .toList(),
        result.decisionGroups().stream()
            .map(
                g ->
                    g.decisionGroupIndex()
                        + " "
                        + g.decisionGroupName()
                        + " "
                        + g.decisions()
                        + " "
                        + g.clusterCount())
            .toList(),
        result.unscheduled(),
        result.requeueAfter(),
        totals,
        result.prioritizers().stream()
            .map(p -> p.name() + " " + p.weight() + " " + new TreeMap<>(p.scores()))
            .sorted()
            .toList(),
        stages);
  }

  private static String name(ManagedCluster cluster) {
    return cluster.metadata().name();
  }
}
