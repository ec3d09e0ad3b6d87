package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.reasoning.Conclusion.Blocked;
import io.openclustermanagement.governance.reasoning.Conclusion.PolicyStanding;
import io.openclustermanagement.governance.reasoning.Conclusion.RequirementStanding;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import io.openclustermanagement.governance.reasoning.Fact.Serves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.beliefsystem.simple.SimpleBeliefSet;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** Follows the justifications that truth maintenance keeps for each conclusion. */
final class Justifications {
  /** An explanation that goes deeper helps nobody; chains of dependencies may be long. */
  private static final int DEEPEST = 30;

  /** Of many findings, an explanation of a sum shows so many. */
  private static final int SHOWN = 10;

  private final KieSession session;
  private final ConclusionStore conclusions;
  private final ComplianceReasoner reasoner;
  private final Set<Object> open = new HashSet<>();

  Justifications(KieSession session, ConclusionStore conclusions, ComplianceReasoner reasoner) {
    this.session = session;
    this.conclusions = conclusions;
    this.reasoner = reasoner;
  }

  Explanation explain(Object object) {
    String statement = Statements.of(object);
    boolean follows = object instanceof Conclusion;
    if (!follows || open.size() > DEEPEST || !open.add(object)) {
      return new Explanation(statement, List.of());
    }
    List<Explanation> because = new ArrayList<>();
    matches(object).forEach(match -> reasons(match, because));
    summed(object).map(this::explain).forEach(because::add);
    open.remove(object);
    return new Explanation(statement, because.stream().distinct().toList());
  }

  private void reasons(Match match, List<Explanation> because) {
    match.getObjects().stream()
        .filter(each -> each instanceof Fact || each instanceof Conclusion)
        .map(this::explain)
        .forEach(because::add);
    Statements.absence(match).ifPresent(each -> because.add(new Explanation(each, List.of())));
  }

  private List<Match> matches(Object conclusion) {
    var key =
        TruthMaintenanceSystemFactory.get()
            .getOrCreateTruthMaintenanceSystem((ReteEvaluator) session)
            .get(conclusion);
    List<Match> matches = new ArrayList<>();
    if (key instanceof TruthMaintenanceSystemEqualityKey known
        && known.getBeliefSet() instanceof SimpleBeliefSet beliefs) {
      for (SimpleMode each = beliefs.getFirst(); each != null; each = each.getNext()) {
        matches.add(each.getObject().getJustifier());
      }
    }
    return matches;
  }

  /** What went into a sum or stands behind a cause; a match has only the total. */
  private Stream<?> summed(Object conclusion) {
    return switch (conclusion) {
      case PolicyStanding standing -> findings(standing.policy());
      case RequirementStanding standing -> standings(standing.requirement());
      case Blocked(Site site, String on) ->
          sorted(
              conclusions.of(Blocked.class).stream()
                  .filter(each -> each.site().equals(new Site(on, site.cluster()))),
              Blocked::on);
      default -> Stream.of();
    };
  }

  private Stream<Finding> findings(String policy) {
    return sorted(reasoner.findings(policy), each -> each.site().cluster() + " " + each.template())
        .limit(SHOWN);
  }

  private Stream<?> standings(Requirement requirement) {
    Set<String> serving = new HashSet<>();
    for (Fact fact : reasoner.facts()) {
      if (fact instanceof Serves serves && serves.requirement().equals(requirement)) {
        serving.add(serves.policy());
      }
    }
    return sorted(
        conclusions.of(PolicyStanding.class).stream()
            .filter(each -> serving.contains(each.policy())),
        PolicyStanding::policy);
  }

  private static <T> Stream<T> sorted(Stream<T> conclusions, Function<T, String> key) {
    return conclusions.sorted(Comparator.comparing(key));
  }
}
