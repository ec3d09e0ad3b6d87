package io.openclustermanagement.api.rules;

import java.util.List;

/** The API group {@code rules.open-cluster-management.io}. */
public final class RulesApi {
  /** The name of the group. */
  public static final String GROUP = "rules.open-cluster-management.io";

  private RulesApi() {}

  /** The records of all kinds of the group, in alphabetical order. */
  public static List<Class<? extends Record>> kinds() {
    return List.of(Exemption.class, FleetRule.class, RulePolicy.class);
  }
}
