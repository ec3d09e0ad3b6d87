package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Fact.Evidence;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * What was told of a policy on a cluster, and which facts stand for it in the working memory: none
 * while the policy does not apply there.
 */
final class SiteResults {
  private final Site site;
  private List<TemplateVerdict> verdicts = List.of();
  private List<FactHandle> findings = List.of();
  private @Nullable FactHandle evidence;

  SiteResults(Site site) {
    this.site = site;
  }

  Site site() {
    return site;
  }

  boolean isEmpty() {
    return verdicts.isEmpty();
  }

  void tell(List<TemplateVerdict> told) {
    verdicts = told;
  }

  /** Makes the facts agree with what was told; those that are the same stay. */
  void show(KieSession session, boolean applies) {
    List<FactHandle> before = new ArrayList<>(findings);
    List<FactHandle> after = new ArrayList<>();
    boolean compliant = false;
    for (TemplateVerdict verdict : applies ? verdicts : List.<TemplateVerdict>of()) {
      if (verdict.state() == VerdictState.COMPLIANT) {
        compliant = true;
      } else {
        Finding finding = new Finding(site, verdict.name(), verdict.state(), verdict.message());
        FactHandle known = take(before, finding, session);
        after.add(known == null ? session.insert(finding) : known);
      }
    }
    before.forEach(session::delete);
    findings = after.isEmpty() ? List.of() : List.copyOf(after);
    showEvidence(session, compliant);
  }

  private static @Nullable FactHandle take(
      List<FactHandle> known, Finding finding, KieSession session) {
    for (FactHandle each : known) {
      if (finding.equals(session.getObject(each))) {
        known.remove(each);
        return each;
      }
    }
    return null;
  }

  private void showEvidence(KieSession session, boolean compliant) {
    if (compliant && evidence == null) {
      evidence = session.insert(new Evidence(site));
    } else if (!compliant && evidence != null) {
      session.delete(evidence);
      evidence = null;
    }
  }

  /** The findings that are in the working memory. */
  Stream<Finding> findings(KieSession session) {
    return findings.stream().map(each -> (Finding) session.getObject(each));
  }
}
