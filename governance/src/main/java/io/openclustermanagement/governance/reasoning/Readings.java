package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.reasoning.Conclusion.Applies;
import io.openclustermanagement.governance.reasoning.Conclusion.Assessed;
import io.openclustermanagement.governance.reasoning.Conclusion.Excused;
import io.openclustermanagement.governance.reasoning.Conclusion.PolicyStanding;
import io.openclustermanagement.governance.reasoning.Conclusion.Served;
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

/** What rules read of facts and conclusions. */
final class Readings {
  static final Reading<Active, String> ACTIVE =
      Reading.of(Active.class, "policy", String.class, Active::policy);
  static final Reading<Binding, String> BOUND_POLICY =
      Reading.of(Binding.class, "policy", String.class, Binding::policy);
  static final Reading<Binding, String> BOUND_TO =
      Reading.of(Binding.class, "placement", String.class, Binding::placement);
  static final Reading<Placed, String> PLACEMENT =
      Reading.of(Placed.class, "placement", String.class, Placed::placement);
  static final Reading<Placed, String> CLUSTER =
      Reading.of(Placed.class, "cluster", String.class, Placed::cluster);
  static final Reading<Exclusion, Site> EXCLUDED =
      Reading.of(Exclusion.class, "site", Site.class, Exclusion::site);
  static final Reading<Applies, Site> APPLIES =
      Reading.of(Applies.class, "site", Site.class, Applies::site);
  static final Reading<Applies, String> APPLIED =
      Reading.of(Applies.class, "site.policy", String.class, applies -> applies.site().policy());
  static final Reading<Applies, String> APPLIED_ON =
      Reading.of(Applies.class, "site.cluster", String.class, applies -> applies.site().cluster());
  static final Reading<Finding, Site> FOUND =
      Reading.of(Finding.class, "site", Site.class, Finding::site);
  static final Reading<Finding, String> FOUND_OF =
      Reading.of(Finding.class, "site.policy", String.class, finding -> finding.site().policy());
  static final Reading<Evidence, Site> EVIDENCE =
      Reading.of(Evidence.class, "site", Site.class, Evidence::site);
  static final Reading<Evidence, String> EVIDENCE_OF =
      Reading.of(Evidence.class, "site.policy", String.class, each -> each.site().policy());
  static final Reading<Grant, String> GRANT =
      Reading.of(Grant.class, "name", String.class, Grant::name);
  static final Reading<Coverage, String> COVERED_BY =
      Reading.of(Coverage.class, "grant", String.class, Coverage::grant);
  static final Reading<Coverage, Site> COVERED =
      Reading.of(Coverage.class, "site", Site.class, Coverage::site);
  static final Reading<Dependency, String> DEPENDENT =
      Reading.of(Dependency.class, "policy", String.class, Dependency::policy);
  static final Reading<Dependency, String> DEPENDS_ON =
      Reading.of(Dependency.class, "on", String.class, Dependency::on);
  static final Reading<Excused, String> EXCUSED =
      Reading.of(
          Excused.class,
          "finding.site.policy",
          String.class,
          excused -> excused.finding().site().policy());
  static final Reading<Served, Requirement> SERVED =
      Reading.of(Served.class, "requirement", Requirement.class, Served::requirement);
  static final Reading<Serves, Requirement> SERVES =
      Reading.of(Serves.class, "requirement", Requirement.class, Serves::requirement);
  static final Reading<Serves, String> SERVING =
      Reading.of(Serves.class, "policy", String.class, Serves::policy);
  static final Reading<PolicyStanding, String> STANDING =
      Reading.of(PolicyStanding.class, "policy", String.class, PolicyStanding::policy);
  static final Reading<Assessed, String> ASSESSED =
      Reading.of(Assessed.class, "policy", String.class, Assessed::policy);

  private Readings() {}
}
