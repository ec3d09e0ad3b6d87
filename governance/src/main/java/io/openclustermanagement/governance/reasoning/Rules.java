package io.openclustermanagement.governance.reasoning;

import static io.openclustermanagement.governance.reasoning.Condition.at;
import static io.openclustermanagement.governance.reasoning.Condition.equal;
import static io.openclustermanagement.governance.reasoning.Condition.holds;
import static org.drools.model.DSL.accFunction;
import static org.drools.model.DSL.accumulate;
import static org.drools.model.DSL.and;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.exists;
import static org.drools.model.DSL.not;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Conclusion.Applies;
import io.openclustermanagement.governance.reasoning.Conclusion.Assessed;
import io.openclustermanagement.governance.reasoning.Conclusion.Blocked;
import io.openclustermanagement.governance.reasoning.Conclusion.Ending;
import io.openclustermanagement.governance.reasoning.Conclusion.Enforced;
import io.openclustermanagement.governance.reasoning.Conclusion.Excused;
import io.openclustermanagement.governance.reasoning.Conclusion.Exempted;
import io.openclustermanagement.governance.reasoning.Conclusion.Expired;
import io.openclustermanagement.governance.reasoning.Conclusion.NotExempted;
import io.openclustermanagement.governance.reasoning.Conclusion.PolicyStanding;
import io.openclustermanagement.governance.reasoning.Conclusion.RequirementStanding;
import io.openclustermanagement.governance.reasoning.Conclusion.Served;
import io.openclustermanagement.governance.reasoning.Condition.Relation;
import io.openclustermanagement.governance.reasoning.Condition.Test;
import io.openclustermanagement.governance.reasoning.Fact.Active;
import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Coverage;
import io.openclustermanagement.governance.reasoning.Fact.Dependency;
import io.openclustermanagement.governance.reasoning.Fact.Evidence;
import io.openclustermanagement.governance.reasoning.Fact.Exclusion;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import io.openclustermanagement.governance.reasoning.Fact.Placed;
import io.openclustermanagement.governance.reasoning.Fact.Serves;
import io.openclustermanagement.governance.reasoning.Fact.Today;
import io.openclustermanagement.governance.reasoning.TallyFunction.Total;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.drools.core.base.accumulators.CountAccumulateFunction;
import org.drools.model.Declaration;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.view.ViewItemBuilder;

/** The rules. Each derives by logical insertion, so that nothing outlives its reasons. */
final class Rules {
  /** Who is responsible for an exemption hears so many days before it ends. */
  static final int NOTICE_DAYS = 14;

  private static final Test<Binding> PLACES =
      new Test<>("!Binding.restricted", each -> !each.restricted());
  private static final Test<Binding> ENFORCES = new Test<>("Binding.enforcing", Binding::enforcing);
  private static final Relation<Exclusion, Binding> SAME_SET =
      new Relation<>("Exclusion.set == Binding.set", (a, b) -> a.set().equals(b.set()));
  private static final Relation<Grant, Today> IN_FORCE =
      new Relation<>("Grant.until >= Today.day", (a, b) -> !a.until().isBefore(b.day()));
  private static final Relation<Grant, Today> OVER =
      new Relation<>("Grant.until < Today.day", (a, b) -> a.until().isBefore(b.day()));
  private static final Relation<Grant, Today> NEAR_ITS_END =
      new Relation<>(
          "Grant.until <= Today.day + " + NOTICE_DAYS,
          (a, b) -> !a.until().isAfter(b.day().plusDays(NOTICE_DAYS)));
  private static final Relation<Finding, Coverage> REACHED =
      new Relation<>("Coverage.reaches(Finding)", (a, b) -> b.reaches(a));
  private static final Test<Finding> VIOLATION =
      new Test<>("Finding.isViolation", Finding::isViolation);
  private static final Test<Finding> WAITS =
      new Test<>("Finding.state == PENDING", each -> each.state() == VerdictState.PENDING);

  private final Declaration<Active> active = declarationOf(Active.class, "active");
  private final Declaration<Binding> binding = declarationOf(Binding.class, "binding");
  private final Declaration<Placed> placed = declarationOf(Placed.class, "placed");
  private final Declaration<Exclusion> exclusion = declarationOf(Exclusion.class, "exclusion");
  private final Declaration<Applies> applies = declarationOf(Applies.class, "applies");
  private final Declaration<Today> today = declarationOf(Today.class, "today");
  private final Declaration<Grant> grant = declarationOf(Grant.class, "grant");
  private final Declaration<Coverage> coverage = declarationOf(Coverage.class, "coverage");
  private final Declaration<Finding> finding = declarationOf(Finding.class, "finding");
  private final Declaration<Evidence> evidence = declarationOf(Evidence.class, "evidence");
  private final Declaration<Dependency> dependency = declarationOf(Dependency.class, "dependency");
  private final Declaration<Excused> excused = declarationOf(Excused.class, "excused");
  private final Declaration<Serves> serves = declarationOf(Serves.class, "serves");
  private final Declaration<Served> served = declarationOf(Served.class, "served");
  private final Declaration<Exempted> exempted = declarationOf(Exempted.class, "exempted");
  private final Declaration<Assessed> assessed = declarationOf(Assessed.class, "assessed");
  private final Declaration<PolicyStanding> standing =
      declarationOf(PolicyStanding.class, "standing");

  static List<Rule> all() {
    return new Rules().rules();
  }

  private List<Rule> rules() {
    return List.of(
        applies(),
        enforced(),
        exempted(),
        notExempted(),
        excused(),
        expired(),
        ending(),
        blockedByFinding(),
        blockedByAbsence(),
        blockedBySilence(),
        blockedByCompliance(),
        blockedByViolation(),
        blockedWithoutWait(),
        assessed(),
        policyStanding(),
        served(),
        requirementStanding());
  }

  private Rule applies() {
    return rule("applies")
        .build(
            holds(pattern(binding), PLACES),
            equal(pattern(active), Readings.ACTIVE, binding, Readings.BOUND_POLICY),
            equal(pattern(placed), Readings.PLACEMENT, binding, Readings.BOUND_TO),
            not(excluded()),
            on(binding, placed)
                .execute(
                    (drools, b, p) ->
                        drools.logicalInsert(new Applies(new Site(b.policy(), p.cluster())))));
  }

  private PatternDef<Exclusion> excluded() {
    PatternDef<Exclusion> here =
        at(
            pattern(exclusion),
            Readings.EXCLUDED,
            binding,
            Readings.BOUND_POLICY,
            placed,
            Readings.CLUSTER);
    return holds(here, SAME_SET, binding);
  }

  /** A restricted binding overrides where another one places. */
  private Rule enforced() {
    return rule("enforced")
        .build(
            holds(pattern(binding), ENFORCES),
            equal(pattern(placed), Readings.PLACEMENT, binding, Readings.BOUND_TO),
            at(
                pattern(applies),
                Readings.APPLIES,
                binding,
                Readings.BOUND_POLICY,
                placed,
                Readings.CLUSTER),
            not(excluded()),
            on(applies, binding)
                .execute((drools, a, b) -> drools.logicalInsert(new Enforced(a.site(), b.name()))));
  }

  private Rule exempted() {
    return rule("exempted")
        .build(
            pattern(today),
            holds(pattern(grant), IN_FORCE, today),
            equal(pattern(coverage), Readings.COVERED_BY, grant, Readings.GRANT),
            reachedFinding(),
            on(finding, grant)
                .execute((drools, f, g) -> drools.logicalInsert(new Exempted(f, g.name()))));
  }

  private Rule notExempted() {
    return rule("notExempted")
        .build(
            pattern(today),
            holds(pattern(grant), OVER, today),
            equal(pattern(coverage), Readings.COVERED_BY, grant, Readings.GRANT),
            reachedFinding(),
            on(finding, grant)
                .execute((drools, f, g) -> drools.logicalInsert(new NotExempted(f, g.name()))));
  }

  private PatternDef<Finding> reachedFinding() {
    return holds(
        equal(pattern(finding), Readings.FOUND, coverage, Readings.COVERED), REACHED, coverage);
  }

  private Rule excused() {
    return rule("excused")
        .build(
            pattern(exempted),
            on(exempted).execute((drools, e) -> drools.logicalInsert(new Excused(e.finding()))));
  }

  private Rule expired() {
    return rule("expired")
        .build(
            pattern(today),
            holds(pattern(grant), OVER, today),
            on(grant).execute((drools, g) -> drools.logicalInsert(new Expired(g.name()))));
  }

  private Rule ending() {
    return rule("ending")
        .build(
            pattern(today),
            holds(holds(pattern(grant), IN_FORCE, today), NEAR_ITS_END, today),
            on(today, grant)
                .execute(
                    (drools, t, g) ->
                        drools.logicalInsert(
                            new Ending(g.name(), ChronoUnit.DAYS.between(t.day(), g.until())))));
  }

  // Dependencies. A policy waits on a cluster while what it depends on is in another state there.

  private PatternDef<Dependency> waitsFor(VerdictState wanted) {
    return holds(
        pattern(dependency),
        new Test<>("Dependency.wanted == " + wanted, each -> each.wanted() == wanted));
  }

  private PatternDef<Applies> dependent() {
    return equal(pattern(applies), Readings.APPLIED, dependency, Readings.DEPENDENT);
  }

  private <T> PatternDef<T> ofDependency(Variable<T> variable, Reading<T, Site> site) {
    return at(
        pattern(variable), site, dependency, Readings.DEPENDS_ON, applies, Readings.APPLIED_ON);
  }

  private Rule blocked(String name, VerdictState wanted, ViewItemBuilder<?> by) {
    return blocked(name, waitsFor(wanted), by);
  }

  private Rule blocked(String name, PatternDef<Dependency> waiting, ViewItemBuilder<?> by) {
    return rule(name)
        .build(
            waiting,
            dependent(),
            by,
            on(dependency, applies)
                .execute((drools, d, a) -> drools.logicalInsert(new Blocked(a.site(), d.on()))));
  }

  private Rule blockedByFinding() {
    return blocked(
        "blockedByFinding", VerdictState.COMPLIANT, ofDependency(finding, Readings.FOUND));
  }

  private Rule blockedByAbsence() {
    Declaration<Applies> other = declarationOf(Applies.class, "other");
    return blocked(
        "blockedByAbsence", pattern(dependency), not(ofDependency(other, Readings.APPLIES)));
  }

  private Rule blockedBySilence() {
    return blocked(
        "blockedBySilence", VerdictState.COMPLIANT, not(ofDependency(evidence, Readings.EVIDENCE)));
  }

  private Rule blockedByCompliance() {
    return blocked(
        "blockedByCompliance",
        VerdictState.NON_COMPLIANT,
        not(holds(ofDependency(finding, Readings.FOUND), VIOLATION)));
  }

  private Rule blockedByViolation() {
    return blocked(
        "blockedByViolation",
        VerdictState.PENDING,
        holds(ofDependency(finding, Readings.FOUND), VIOLATION));
  }

  private Rule blockedWithoutWait() {
    return blocked(
        "blockedWithoutWait",
        VerdictState.PENDING,
        not(holds(ofDependency(finding, Readings.FOUND), WAITS)));
  }

  // Roll-up.

  private Rule assessed() {
    return rule("assessed")
        .build(
            pattern(active),
            exists(equal(pattern(evidence), Readings.EVIDENCE_OF, active, Readings.ACTIVE)),
            on(active).execute((drools, a) -> drools.logicalInsert(new Assessed(a.policy()))));
  }

  private Rule policyStanding() {
    Declaration<Total> all = declarationOf(Total.class, "all");
    Declaration<Total> covered = declarationOf(Total.class, "covered");
    return rule("policyStanding")
        .build(
            pattern(active),
            accumulate(
                equal(pattern(finding), Readings.FOUND_OF, active, Readings.ACTIVE),
                accFunction(TallyFunction::new, finding).as(all)),
            accumulate(
                equal(pattern(excused), Readings.EXCUSED, active, Readings.ACTIVE),
                accFunction(TallyFunction::new, excused).as(covered)),
            on(active, all, covered)
                .execute(
                    (drools, a, f, e) ->
                        drools.logicalInsert(
                            new PolicyStanding(
                                a.policy(), f.tally().minus(e.tally()), e.tally().total()))));
  }

  private Rule served() {
    return rule("served")
        .build(
            pattern(serves),
            on(serves).execute((drools, s) -> drools.logicalInsert(new Served(s.requirement()))));
  }

  private Rule requirementStanding() {
    Declaration<Total> total = declarationOf(Total.class, "total");
    Declaration<Long> compliant = declarationOf(Long.class, "compliant");
    return rule("requirementStanding")
        .build(
            pattern(served),
            accumulate(
                and(
                    equal(pattern(serves), Readings.SERVES, served, Readings.SERVED),
                    equal(pattern(standing), Readings.STANDING, serves, Readings.SERVING)),
                accFunction(TallyFunction::new, standing).as(total)),
            accumulate(
                and(
                    equal(pattern(serves), Readings.SERVES, served, Readings.SERVED),
                    equal(pattern(assessed), Readings.ASSESSED, serves, Readings.SERVING)),
                accFunction(CountAccumulateFunction::new, assessed).as(compliant)),
            on(served, total, compliant)
                .execute(
                    (drools, s, t, c) ->
                        drools.logicalInsert(
                            new RequirementStanding(
                                s.requirement(), t.tally(), t.exempted(), c > 0))));
  }
}
