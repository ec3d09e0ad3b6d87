package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.FleetMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ManagedCluster and its AddOnPlacementScores as a {@code cluster} of a {@code fleet}. A fleet is
 * what tests run on; it compiles to nothing, so a cluster may be imported in part. What its clauses
 * cannot say is reported, once for each field.
 */
final class FleetImport {
  private static final Pattern VERSION =
      Pattern.compile("v[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9a-zA-Z]+([.-][0-9a-zA-Z]+)*)*");
  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+(?:(?:\\.[0-9]+)?(?:m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)|\\.[0-9]+)?");
  private static final String CONDITION_PREFIX = "ManagedClusterCondition";
  private static final int DEFAULT_LEASE_SECONDS = 60;

  private final Omissions omissions;
  private final List<ClusterClause> clauses = new ArrayList<>();

  FleetImport(Omissions omissions) {
    this.omissions = omissions;
  }

  /**
   * A cluster of the fleet.
   *
   * @param name what it is called in the source
   * @param setNames what the sets that clusters are put into by label are called in the sources
   */
  FleetMember.Cluster cluster(
      Item<ManagedCluster> item,
      List<Item<AddOnPlacementScore>> scores,
      String name,
      Map<String, String> setNames) {
    metadata(item, setNames);
    ManagedClusterSpec spec = item.object().spec();
    ManagedClusterStatus status = item.object().status();
    if (status != null) {
      status(item, status);
    }
    if (spec != null) {
      spec(item, spec);
    }
    if (status != null) {
      conditions(item, status.conditions());
    }
    scores.forEach(this::score);
    boolean same = name.equals(item.name());
    return new FleetMember.Cluster(
        Trees.name(name),
        null,
        same ? null : Trees.texts(List.of(item.name())),
        clauses,
        Trees.NOWHERE);
  }

  /** The sets that the clauses of a cluster name. */
  static List<String> setsOf(FleetMember.Cluster cluster) {
    return cluster.clauses().stream()
        .filter(ClusterClause.Set.class::isInstance)
        .map(clause -> ((ClusterClause.Set) clause).clusterSet().text())
        .toList();
  }

  private void metadata(Item<ManagedCluster> item, Map<String, String> setNames) {
    Map<String, String> labels = new TreeMap<>(item.metadata().labels());
    String set = setNames.get(labels.getOrDefault(ClusterLabels.CLUSTER_SET, ""));
    if (set != null) {
      clauses.add(new ClusterClause.Set(Trees.reference(set), Trees.NOWHERE));
      labels.remove(ClusterLabels.CLUSTER_SET);
    }
    if (!labels.isEmpty()) {
      clauses.add(new ClusterClause.Labels(Trees.strings(labels), Trees.NOWHERE));
    }
    omissions.whenPresent(
        item,
        "/metadata/annotations",
        !MetadataImport.meaningful(item.metadata().annotations()).isEmpty());
  }

  private void status(Item<ManagedCluster> item, ManagedClusterStatus status) {
    Map<String, String> claims = new TreeMap<>();
    status
        .clusterClaims()
        .forEach(
            claim ->
                claims.put(
                    Objects.requireNonNullElse(claim.name(), ""),
                    Objects.requireNonNullElse(claim.value(), "")));
    if (!claims.isEmpty()) {
      clauses.add(new ClusterClause.Claims(Trees.strings(claims), Trees.NOWHERE));
    }
    version(item, status.version());
    allocatable(item, status);
    omissions.whenPresent(item, "/status/capacity", !status.capacity().isEmpty());
    omissions.whenPresent(item, "/status/managedNamespaces", !status.managedNamespaces().isEmpty());
  }

  private void version(Item<ManagedCluster> item, @Nullable ManagedClusterVersion version) {
    String text = version == null ? null : version.kubernetes();
    if (text == null) {
      return;
    }
    boolean sayable = VERSION.matcher(text).matches();
    omissions.whenPresent(item, "/status/version/kubernetes", !sayable);
    if (sayable) {
      clauses.add(
          new ClusterClause.Version(Trees.literal(LiteralKind.VERSION, text), Trees.NOWHERE));
    }
  }

  private void allocatable(Item<ManagedCluster> item, ManagedClusterStatus status) {
    Map<String, Expression> amounts = new TreeMap<>();
    status
        .allocatable()
        .forEach(
            (resource, quantity) -> {
              boolean sayable = QUANTITY.matcher(quantity.text()).matches();
              omissions.whenPresent(item, "/status/allocatable/" + resource, !sayable);
              if (sayable) {
                amounts.put(resource, amount(quantity.text()));
              }
            });
    if (!amounts.isEmpty()) {
      clauses.add(new ClusterClause.Allocatable(Trees.object(amounts), Trees.NOWHERE));
    }
  }

  private static Expression amount(String text) {
    if (Character.isLetter(text.charAt(text.length() - 1))) {
      return Trees.literal(LiteralKind.UNIT, text);
    }
    return Trees.literal(text.contains(".") ? LiteralKind.DECIMAL : LiteralKind.INTEGER, text);
  }

  private void spec(Item<ManagedCluster> item, ManagedClusterSpec spec) {
    for (Taint taint : spec.taints()) {
      clauses.add(
          new ClusterClause.Taint(
              Trees.key(taint.key()),
              taint.value() == null || taint.value().isEmpty() ? null : Trees.text(taint.value()),
              Trees.name(taint.effect().wireName()),
              Trees.NOWHERE));
      int index = spec.taints().indexOf(taint);
      omissions.whenPresent(
          item, "/spec/taints/" + index + "/timeAdded", taint.timeAdded() != null);
    }
    Integer lease = spec.leaseDurationSeconds();
    omissions.whenPresent(
        item, "/spec/leaseDurationSeconds", lease != null && lease != DEFAULT_LEASE_SECONDS);
    omissions.whenPresent(
        item, "/spec/hubAcceptsClient", Boolean.FALSE.equals(spec.hubAcceptsClient()));
    omissions.whenPresent(
        item, "/spec/managedClusterClientConfigs", !spec.managedClusterClientConfigs().isEmpty());
  }

  private void conditions(Item<ManagedCluster> item, List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      String type = conditions.get(i).type();
      String shortType =
          type.equals(CONDITION_PREFIX + "Available")
                  || type.equals(CONDITION_PREFIX + "ClockSynced")
              ? type.substring(CONDITION_PREFIX.length())
              : type;
      boolean sayable = Names.isName(shortType);
      omissions.whenPresent(item, "/status/conditions/" + i + "/type", !sayable);
      omissions.whenPresent(item, "/status/conditions/" + i + "/reason", true);
      if (sayable) {
        clauses.add(
            new ClusterClause.Condition(
                Trees.name(shortType),
                Trees.name(conditions.get(i).status().wireName()),
                Trees.NOWHERE));
      }
    }
  }

  private void score(Item<AddOnPlacementScore> item) {
    var status = item.object().status();
    if (status == null) {
      return;
    }
    Map<String, Expression> scores = new TreeMap<>();
    for (AddOnPlacementScoreItem score : status.scores()) {
      scores.put(score.name(), number(score.value()));
    }
    clauses.add(
        new ClusterClause.Score(Trees.text(item.name()), Trees.object(scores), Trees.NOWHERE));
    omissions.whenPresent(item, "/status/validUntil", status.validUntil() != null);
    omissions.whenPresent(item, "/status/conditions", !status.conditions().isEmpty());
  }

  private static Expression number(int value) {
    return value < 0
        ? new Expression.Negation(Trees.integer(-(long) value), Trees.NOWHERE)
        : Trees.integer(value);
  }
}
