package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.placement.cel.EvaluationError;
import io.openclustermanagement.placement.cel.PartialExpression;
import io.openclustermanagement.placement.cel.Uncertain;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The functions of the hub, under assumptions about what is not known. */
final class HubFunctions implements PartialExpression.Functions {
  /** What a cluster can report. */
  static final List<String> ANSWERS = List.of("Compliant", "NonCompliant", "Pending");

  private static final String AWAITED = "Unknown";
  private static final Set<String> NAMES =
      Set.of("placed", "members", "deployed", "exemptions", "compliance", "today");

  private final HubFacts hub;
  private final Map<String, Object> clusters = new HashMap<>();
  private final Map<Inquiry, String> assumed = new HashMap<>();

  HubFunctions(HubFacts hub) {
    this.hub = hub;
  }

  /** What is assumed of answers that are awaited. */
  Map<Inquiry, String> assumed() {
    return assumed;
  }

  @Override
  public boolean has(String name) {
    return NAMES.contains(name);
  }

  @Override
  public Object call(String name, List<Object> arguments) {
    return switch (name) {
      case "exemptions" -> exemptions();
      case "today" -> midnight(hub.today());
      case "compliance" -> compliance(arguments);
      default ->
          arguments.getFirst() instanceof String object
              ? clusters(name, object)
              : new EvaluationError("`%s` needs a name that is known".formatted(name));
    };
  }

  private Object clusters(String function, String name) {
    Optional<Collection<ManagedCluster>> found =
        switch (function) {
          case "placed" -> hub.placed(name);
          case "members" -> hub.members(name);
          default -> hub.deployed(name);
        };
    return found
        .<Object>map(all -> all.stream().map(this::cluster).toList())
        .orElseGet(
            () -> new EvaluationError("there is no %s `%s`".formatted(what(function), name)));
  }

  private static String what(String function) {
    return switch (function) {
      case "placed" -> "placement";
      case "members" -> "cluster set";
      default -> "deployment";
    };
  }

  private Object cluster(ManagedCluster cluster) {
    return clusters.computeIfAbsent(
        cluster.metadata().name(), _ -> PartialExpression.value(cluster));
  }

  private Object exemptions() {
    List<Object> exemptions = new ArrayList<>();
    for (Exemption exemption : hub.exemptions()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", exemption.metadata().name());
      fields.put("namespace", Objects.requireNonNullElse(exemption.metadata().namespace(), ""));
      fields.put("owner", exemption.spec().owner());
      if (exemption.spec().ticket() != null) {
        fields.put("ticket", exemption.spec().ticket());
      }
      fields.put("until", until(exemption));
      fields.put("because", exemption.spec().because());
      exemptions.add(fields);
    }
    return exemptions;
  }

  private static Object until(Exemption exemption) {
    try {
      return midnight(LocalDate.parse(exemption.spec().until()));
    } catch (DateTimeException e) {
      return new EvaluationError("`%s` is no day".formatted(exemption.spec().until()));
    }
  }

  private static Object midnight(LocalDate day) {
    return PartialExpression.value(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private Object compliance(List<Object> arguments) {
    if (!(name(arguments.get(0)) instanceof String cluster
        && arguments.get(1) instanceof String kind
        && arguments.get(2) instanceof String name)) {
      return new EvaluationError("`compliance` needs a cluster, a kind and a name");
    }
    Inquiry inquiry = new Inquiry(cluster, kind, name);
    Optional<String> reported = hub.compliance(cluster, kind, name).filter(ANSWERS::contains);
    if (reported.isPresent()) {
      return new Uncertain.Answer(inquiry, List.of(reported.get()), true, AWAITED);
    }
    String assumption = assumed.get(inquiry);
    return new Uncertain.Answer(
        inquiry, assumption == null ? ANSWERS : List.of(assumption), false, AWAITED);
  }

  private static Object name(Object cluster) {
    Object metadata = cluster instanceof Map<?, ?> fields ? fields.get("metadata") : null;
    Object name = metadata instanceof Map<?, ?> fields ? fields.get("name") : null;
    return name == null ? "" : name;
  }
}
