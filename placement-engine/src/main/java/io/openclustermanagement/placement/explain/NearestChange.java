package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.ClusterScore;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.InvalidSelectorException;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Rejection;
import io.openclustermanagement.placement.Requirement;
import io.openclustermanagement.placement.ScheduleStatus;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Selectors;
import io.openclustermanagement.placement.Tolerations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest change that would have a cluster chosen: solves sets, predicates and
 * taints for what they ask of the cluster, then lets the scheduler decide which proposal works.
 */
final class NearestChange {
  /** So many proposals are tried at most. */
  private static final int MAX_TRIALS = 96;

  /** Up to this size every part of a proposal is tried alone, to leave out what is not needed. */
  private static final int MAX_SUBSET_SIZE = 8;

  private final Hypothesis start;
  private final String cluster;
  private final Instant now;
  private final SchedulerOptions options;
  private boolean opaque;
  private @Nullable String misconfiguration;

  NearestChange(Hypothesis start, String cluster, Instant now, SchedulerOptions options) {
    this.start = start;
    this.cluster = cluster;
    this.now = now;
    this.options = options;
  }

  /** A way into the eligible sets: what the placement would change, and what the cluster would. */
  private record Entry(List<Change> ofPlacement, List<Formula.Atom> ofCluster) {}

  /** Whether a part of a predicate was not understood, so that a smaller change may exist. */
  boolean metOpaque() {
    return opaque;
  }

  /** The misconfiguration that showed when a proposal was tried; {@code null} if none did. */
  @Nullable String misconfiguration() {
    return misconfiguration;
  }

  /** The smallest change found, without parts that are not needed; empty if none was found. */
  List<Change> find() {
    List<List<Change>> proposals = proposals();
    int trials = 0;
    for (List<Change> proposal : proposals) {
      if (trials++ >= MAX_TRIALS) {
        break;
      }
      List<Change> found = complete(proposal);
      if (!found.isEmpty()) {
        return smallest(found);
      }
    }
    return List.of();
  }

  private List<List<Change>> proposals() {
    Set<List<Change>> proposals = new LinkedHashSet<>();
    List<Change> taints = taintChanges();
    for (Entry entry : entries()) {
      for (List<Formula.Atom> predicate : predicates()) {
        List<Formula.Atom> atoms = new ArrayList<>(entry.ofCluster());
        atoms.addAll(predicate);
        List<Change> solved = solve(atoms);
        if (solved != null) {
          List<Change> proposal = new ArrayList<>(entry.ofPlacement());
          proposal.addAll(solved);
          proposal.addAll(taints);
          proposals.add(proposal);
        }
      }
    }
    return proposals.stream()
        .sorted(
            Comparator.<List<Change>>comparingLong(
                    p -> p.stream().filter(Change::isOfPlacement).count())
                .thenComparing(List::size))
        .toList();
  }

  private ManagedCluster subject() {
    return Objects.requireNonNull(start.fleet().cluster(cluster));
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    String namespace = Objects.requireNonNullElse(start.placement().metadata().namespace(), "");
    List<String> wanted = start.placement().spec().clusterSets();
    Set<String> bound = new LinkedHashSet<>();
    start.fleet().bindings(namespace).forEach(b -> bound.add(b.metadata().name()));
    for (ManagedClusterSet set : start.fleet().clusterSets()) {
      String name = set.metadata().name();
      List<Change> changes = new ArrayList<>();
      if (!bound.contains(name)) {
        changes.add(new Change.BindClusterSet(namespace, name));
      }
      if (!wanted.isEmpty() && !wanted.contains(name)) {
        changes.add(new Change.AddClusterSet(name));
      }
      List<Formula.Atom> atoms = membership(set);
      if (atoms != null) {
        entries.add(new Entry(changes, atoms));
      }
    }
    return entries;
  }

  private static @Nullable List<Formula.Atom> membership(ManagedClusterSet set) {
    try {
      List<Requirement> requirements = Selectors.of(set);
      return requirements == null
          ? null
          : requirements.stream()
              .map(r -> (Formula.Atom) Formula.of(new Fact.Label(r.key()), r))
              .toList();
    } catch (InvalidSelectorException e) {
      return null;
    }
  }

  private List<List<Formula.Atom>> predicates() {
    List<ClusterPredicate> predicates = start.placement().spec().predicates();
    if (predicates.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Formula.Atom>> all = new ArrayList<>();
    for (ClusterPredicate predicate : predicates) {
      Formula formula = formula(predicate.requiredClusterSelector());
      opaque |= formula.hasOpaque();
      all.addAll(formula.alternatives());
    }
    return all;
  }

  private static Formula formula(@Nullable ClusterSelector selector) {
    List<Formula> parts = new ArrayList<>();
    if (selector == null) {
      return new Formula.All(parts);
    }
    try {
      if (selector.labelSelector() != null) {
        for (Selectors.Located term : Selectors.of(selector.labelSelector())) {
          parts.add(Formula.of(new Fact.Label(term.requirement().key()), term.requirement()));
        }
      }
      ClusterClaimSelector claims = selector.claimSelector();
      if (claims != null) {
        for (Selectors.Located term : Selectors.of(claims.matchExpressions())) {
          parts.add(Formula.of(new Fact.Claim(term.requirement().key()), term.requirement()));
        }
      }
    } catch (InvalidSelectorException e) {
      return new Formula.Any(List.of());
    }
    if (selector.celSelector() != null) {
      selector.celSelector().celExpressions().forEach(e -> parts.add(CelFormula.of(e)));
    }
    return new Formula.All(parts);
  }

  /**
   * One change for each fact whose conditions do not all hold; {@code null} if one has no value.
   */
  private @Nullable List<Change> solve(List<Formula.Atom> atoms) {
    Map<Fact, List<Formula.Atom>> byFact = new LinkedHashMap<>();
    atoms.forEach(a -> byFact.computeIfAbsent(a.fact(), f -> new ArrayList<>()).add(a));
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<Fact, List<Formula.Atom>> entry : byFact.entrySet()) {
      Optional<String> found = Optional.ofNullable(entry.getKey().read(subject()));
      if (!holds(entry.getValue(), found)) {
        Change change = solve(entry.getKey(), entry.getValue());
        if (change == null) {
          return null;
        }
        changes.add(change);
      }
    }
    return changes;
  }

  private @Nullable Change solve(Fact fact, List<Formula.Atom> atoms) {
    Stream<String> values = atoms.stream().flatMap(a -> a.candidates().stream());
    return Stream.concat(
            Stream.concat(values, Stream.of("true", "other")).map(Optional::of),
            Stream.of(Optional.<String>empty()))
        .filter(v -> holds(atoms, v))
        .map(v -> fact.change(cluster, v.orElse(null)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean holds(List<Formula.Atom> atoms, Optional<String> value) {
    return atoms.stream().allMatch(a -> a.test().test(value));
  }

  private List<Change> taintChanges() {
    boolean chosenBefore =
        start
            .fleet()
            .decisions(
                Objects.requireNonNullElse(start.placement().metadata().namespace(), ""),
                start.placement().metadata().name())
            .stream()
            .anyMatch(d -> d.decisions().stream().anyMatch(c -> c.clusterName().equals(cluster)));
    List<Change> changes = new ArrayList<>();
    for (Taint taint : subject().taints()) {
      boolean tolerated =
          !Tolerations.repels(taint, chosenBefore)
              || Tolerations.find(taint, start.placement().spec().tolerations(), now) != null;
      Change change = new Change.RemoveTaint(cluster, taint.key(), taint.value(), taint.effect());
      if (!tolerated && !changes.contains(change)) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** The proposal, and what rank and spread ask for on top; empty if that does not suffice. */
  private List<Change> complete(List<Change> proposal) {
    Hypothesis hypothesis = start.with(proposal);
    PlacementResult result = schedule(hypothesis);
    if (isChosen(result)) {
      return proposal;
    }
    if (result.status().code() == ScheduleStatus.Code.MISCONFIGURED) {
      misconfiguration = result.status().message();
    }
    Rejection rejection = rejection(result);
    List<List<Change>> more =
        switch (rejection.stage()) {
          case NUMBER_OF_CLUSTERS -> rankChanges(hypothesis, result);
          case SPREAD_POLICY -> spreadChanges(hypothesis);
          case SCHEDULING, CLUSTER_SET, TERMINATING, PREDICATE, TAINT_TOLERATION, PRIORITIZER ->
              List.of();
        };
    for (List<Change> extra : more) {
      List<Change> both = new ArrayList<>(proposal);
      both.addAll(extra);
      if (isChosen(schedule(start.with(both)))) {
        return both;
      }
    }
    return List.of();
  }

  private Rejection rejection(PlacementResult result) {
    return result.rejections().stream()
        .filter(r -> r.cluster().equals(cluster))
        .findFirst()
        .orElseThrow();
  }

  private List<List<Change>> rankChanges(Hypothesis hypothesis, PlacementResult result) {
    List<List<Change>> options = new ArrayList<>(scoreChanges(hypothesis));
    options.addAll(spreadChanges(hypothesis));
    List<ClusterScore> ranked = result.scores();
    int rank = 1;
    while (!ranked.get(rank - 1).cluster().equals(cluster)) {
      rank++;
    }
    options.add(List.of(new Change.SetNumberOfClusters(rank)));
    options.add(List.of(new Change.SetNumberOfClusters(ranked.size())));
    return options;
  }

  /** Facts of the cluster that would raise its score as far as it goes. */
  private List<List<Change>> scoreChanges(Hypothesis hypothesis) {
    List<List<Change>> options = new ArrayList<>();
    var policy = hypothesis.placement().spec().prioritizerPolicy();
    if (policy == null) {
      return options;
    }
    for (PrioritizerConfig configuration : policy.configurations()) {
      int weight = Objects.requireNonNullElse(configuration.weight(), 1);
      if (configuration.scoreCoordinate() == null || weight == 0) {
        continue;
      }
      AddOnScore addOn = configuration.scoreCoordinate().addOn();
      String builtIn = configuration.scoreCoordinate().builtIn();
      if (addOn != null) {
        int best = weight > 0 ? 100 : -100;
        options.add(
            List.of(new Change.SetScore(cluster, addOn.resourceName(), addOn.scoreName(), best)));
      } else if ("ResourceAllocatableCPU".equals(builtIn)) {
        options.add(amountChanges(hypothesis, "cpu", weight > 0));
      } else if ("ResourceAllocatableMemory".equals(builtIn)) {
        options.add(amountChanges(hypothesis, "memory", weight > 0));
      }
    }
    return options;
  }

  private List<Change> amountChanges(Hypothesis hypothesis, String resource, boolean most) {
    Quantity extreme =
        hypothesis.fleet().clusters().stream()
            .map(c -> c.allocatable().get(resource))
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(new Quantity("1"));
    String doubled =
        extreme.value().multiply(java.math.BigDecimal.TWO).stripTrailingZeros().toPlainString();
    Quantity amount = new Quantity(most ? doubled : "0");
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.SetAllocatable(cluster, resource, amount));
    if (!subject().capacity().containsKey(resource)) {
      changes.add(new Change.SetCapacity(cluster, resource, amount));
    }
    return changes;
  }

  private List<List<Change>> spreadChanges(Hypothesis hypothesis) {
    List<List<Change>> options = new ArrayList<>();
    if (hypothesis.placement().spec().spreadPolicy() == null) {
      return options;
    }
    List<SpreadConstraintsTerm> terms =
        hypothesis.placement().spec().spreadPolicy().spreadConstraints();
    for (int i = 0; i < terms.size(); i++) {
      Fact fact =
          terms.get(i).topologyKeyType() == TopologyKeyType.CLAIM
              ? new Fact.Claim(terms.get(i).topologyKey())
              : new Fact.Label(terms.get(i).topologyKey());
      hypothesis.fleet().clusters().stream()
          .map(fact::read)
          .filter(Objects::nonNull)
          .distinct()
          .map(value -> fact.change(cluster, value))
          .filter(Objects::nonNull)
          .forEach(change -> options.add(List.of(change)));
    }
    for (int i = 0; i < terms.size(); i++) {
      for (int skew = 2; skew <= Math.min(64, hypothesis.fleet().clusters().size()); skew *= 2) {
        options.add(List.of(new Change.SetMaxSkew(i, skew)));
      }
    }
    return options;
  }

  /** The smallest part of a change that works by itself. */
  private List<Change> smallest(List<Change> change) {
    int size = change.size();
    if (size > MAX_SUBSET_SIZE) {
      return withoutNeedless(change);
    }
    return Stream.iterate(1, n -> n + 1)
        .limit((1L << size) - 1)
        .sorted(Comparator.comparingInt(Integer::bitCount))
        .map(chosen -> part(change, chosen))
        .filter(part -> part.size() == size || isChosen(schedule(start.with(part))))
        .findFirst()
        .orElse(change);
  }

  private static List<Change> part(List<Change> change, int chosen) {
    List<Change> part = new ArrayList<>();
    for (int i = 0; i < change.size(); i++) {
      if ((chosen & (1 << i)) != 0) {
        part.add(change.get(i));
      }
    }
    return part;
  }

  private List<Change> withoutNeedless(List<Change> change) {
    List<Change> needed = new ArrayList<>(change);
    for (Change candidate : change) {
      List<Change> rest = new ArrayList<>(needed);
      rest.remove(candidate);
      if (isChosen(schedule(start.with(rest)))) {
        needed = rest;
      }
    }
    return needed;
  }

  private PlacementResult schedule(Hypothesis hypothesis) {
    return Scheduler.on(hypothesis.fleet(), options).schedule(hypothesis.placement(), now);
  }

  private boolean isChosen(PlacementResult result) {
    return result.decisions().stream().map(Decision::cluster).anyMatch(cluster::equals);
  }
}
