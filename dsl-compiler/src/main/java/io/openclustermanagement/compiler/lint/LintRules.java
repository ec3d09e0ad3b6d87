package io.openclustermanagement.compiler.lint;

import java.util.List;

/** The one registry of all rules, by code. */
public final class LintRules {

  /** In the order of their codes. */
  public static final List<LintRule> ALL =
      List.of(
          new UnusedImportRule(),
          new UnusedParamRule(),
          new UnusedFunRule(),
          new ZeroWeightRule(),
          new ChooseWithoutPreferRule(),
          new TestWithoutExpectationRule(),
          new ChooseNothingRule(),
          new YodaRule(),
          new SimplePatternRule(),
          new UnusedPlacementRule(),
          new DeceptiveTextRule(),
          new PolicyWithoutStandardRule(),
          new PolicyWithoutSeverityRule(),
          new EnforceWithoutPruneRule(),
          new ExemptionWithoutTicketRule(),
          new LongExemptionRule(),
          new MessageWithoutWitnessRule(),
          new AllNamespacesRule(),
          new ImagesOfContainersRule(),
          new NamedForbidRule(),
          new UnnamedEnforceRule(),
          new SelectorWithoutMatchRule(),
          new UnnamedItemsRule(),
          new QuotedNumberRule(),
          new NamespaceScopeRule(),
          new LongPolicyNameRule(),
          new TemplateNameTwiceRule(),
          new DependencyCycleRule(),
          new UncheckedKindRule(),
          new EndingExemptionRule());

  private LintRules() {}

  static boolean dependsOnClock(String code) {
    return ALL.stream().anyMatch(each -> each.dependsOnClock() && each.code().id().equals(code));
  }
}
