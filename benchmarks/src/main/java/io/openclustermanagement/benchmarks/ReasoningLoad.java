package io.openclustermanagement.benchmarks;

import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.ComplianceReasoner;
import io.openclustermanagement.governance.reasoning.Conclusion.RequirementStanding;
import io.openclustermanagement.governance.reasoning.Fact.Active;
import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Coverage;
import io.openclustermanagement.governance.reasoning.Fact.Dependency;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import io.openclustermanagement.governance.reasoning.Fact.Placed;
import io.openclustermanagement.governance.reasoning.Fact.Serves;
import io.openclustermanagement.governance.reasoning.Requirement;
import io.openclustermanagement.governance.reasoning.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times reasoning about 250,000 results: 1,000 clusters, 50 policies with 5 templates each, 50
 * exemptions, 12 controls. Everything is told and concluded, placements and bindings included.
 */
final class ReasoningLoad {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
  private static final int CLUSTERS = 1000;
  private static final int POLICIES = 50;
  private static final int TEMPLATES = 5;
  private static final int PLACEMENTS = 10;
  private static final int WARM_UPS = 3;
  private static final int LOADS = 7;
  private static final int CHANGES = 5000;

  private final Random random = new Random(7);
  private final Map<Site, List<TemplateVerdict>> verdicts = new LinkedHashMap<>();

  /**
   * The times, and what one fact or conclusion takes.
   *
   * @param loadMillis wall time of each load, sorted
   * @param changeMillis wall time from a changed result to the new conclusions, sorted
   */
  record Result(double[] loadMillis, double[] changeMillis, long facts, double bytesPerFact) {}

  /**
   * Measures.
   *
   * @param violated how many of a hundred results are not compliant
   */
  static Result measure(int violated) {
    return new ReasoningLoad(violated).measure();
  }

  private ReasoningLoad(int violated) {
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      for (int policy = 0; policy < POLICIES; policy++) {
        List<TemplateVerdict> each = new ArrayList<>();
        for (int template = 0; template < TEMPLATES; template++) {
          each.add(verdict("template-" + template, random.nextInt(100) >= violated));
        }
        verdicts.put(new Site(policy(policy), cluster(cluster)), each);
      }
    }
  }

  private static TemplateVerdict verdict(String template, boolean compliant) {
    return new TemplateVerdict(
        template,
        "ConfigurationPolicy",
        compliant ? VerdictState.COMPLIANT : VerdictState.NON_COMPLIANT,
        "NonCompliant; violation - pods not found in namespace team-a",
        List.of());
  }

  private static String policy(int index) {
    return "acme/policy-" + index;
  }

  private static String cluster(int index) {
    return "cluster-" + index;
  }

  private Result measure() {
    for (int i = 0; i < WARM_UPS; i++) {
      try (ComplianceReasoner reasoner = new ComplianceReasoner(TODAY)) {
        load(reasoner);
      }
    }
    double[] loads = new double[LOADS];
    double[] changes = new double[CHANGES];
    long facts = 0;
    double bytes = 0;
    for (int i = 0; i < LOADS; i++) {
      long before = usedBytes();
      try (ComplianceReasoner reasoner = new ComplianceReasoner(TODAY)) {
        long start = System.nanoTime();
        load(reasoner);
        loads[i] = (System.nanoTime() - start) / 1e6;
        facts = reasoner.size();
        bytes = usedBytes() - before;
        if (i == LOADS - 1) {
          change(reasoner, changes);
        }
      }
    }
    Arrays.sort(loads);
    Arrays.sort(changes);
    return new Result(loads, changes, facts, bytes / facts);
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void load(ComplianceReasoner reasoner) {
    for (int policy = 0; policy < POLICIES; policy++) {
      String placement = "acme/placement-" + policy % PLACEMENTS;
      reasoner.tell(new Active(policy(policy)));
      reasoner.tell(
          new Binding("acme/b-" + policy, policy(policy), null, placement, false, policy % 7 == 0));
      Requirement control = new Requirement(Requirement.Kind.CONTROL, "control-" + policy % 12);
      reasoner.tell(new Serves(policy(policy), control));
      exempt(reasoner, policy);
    }
    for (int placement = 0; placement < PLACEMENTS; placement++) {
      for (int cluster = 0; cluster < CLUSTERS; cluster++) {
        reasoner.tell(new Placed("acme/placement-" + placement, cluster(cluster)));
      }
    }
    reasoner.tell(new Dependency(policy(1), policy(2), VerdictState.COMPLIANT));
    verdicts.forEach(reasoner::tell);
    reasoner.conclusions(RequirementStanding.class);
  }

  private static void exempt(ComplianceReasoner reasoner, int policy) {
    String name = "acme/exemption-" + policy;
    reasoner.tell(new Grant(name, "owner", null, TODAY.plusDays(policy * 3L - 20), "because"));
    for (int cluster = 0; cluster < 20; cluster++) {
      Site site = new Site(policy(policy), cluster((policy * 13 + cluster) % CLUSTERS));
      reasoner.tell(new Coverage(name, site, null));
    }
  }

  /** Turns one result after the other around; the conclusions are asked for after each. */
  private void change(ComplianceReasoner reasoner, double[] millis) {
    List<Site> sites = List.copyOf(verdicts.keySet());
    for (int i = 0; i < millis.length; i++) {
      Site site = sites.get(random.nextInt(sites.size()));
      List<TemplateVerdict> changed = new ArrayList<>(verdicts.get(site));
      int index = random.nextInt(TEMPLATES);
      boolean compliant = changed.get(index).state() == VerdictState.COMPLIANT;
      changed.set(index, verdict("template-" + index, !compliant));
      verdicts.put(site, changed);
      long start = System.nanoTime();
      reasoner.tell(site, changed);
      reasoner.conclusions(RequirementStanding.class);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
  }
}
