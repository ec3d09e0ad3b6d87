package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.syntax.Declaration;

/**
 * What a declared name stands for; names of different kinds do not collide. The last ones are
 * declared inside of declarations, so no module has them.
 */
public enum SymbolKind {
  CLUSTER_SET("cluster set"),
  PLACEMENT("placement"),
  POLICY("policy"),
  POLICY_SET("policy set"),
  EXEMPTION("exemption"),
  DEPLOYMENT("deployment"),
  PARAM("parameter"),
  FUN("function"),
  FLEET("fleet"),
  FLEET_RULE("fleet rule"),
  MODULE("module"),
  CLUSTER("cluster"),
  GROUP("decision group"),
  RULE("rule"),
  VARIABLE("variable");

  private final String noun;

  SymbolKind(String noun) {
    this.noun = noun;
  }

  /** What users call it, without an article. */
  public String noun() {
    return noun;
  }

  String withArticle() {
    return (this == EXEMPTION ? "an " : "a ") + noun;
  }

  public static SymbolKind of(Declaration.Named declaration) {
    return switch (declaration) {
      case Declaration.ClusterSet _ -> CLUSTER_SET;
      case Declaration.Placement _ -> PLACEMENT;
      case Declaration.Policy _, Declaration.PolicyInstance _ -> POLICY;
      case Declaration.PolicySet _ -> POLICY_SET;
      case Declaration.Exemption _ -> EXEMPTION;
      case Declaration.Deploy _ -> DEPLOYMENT;
      case Declaration.Param _ -> PARAM;
      case Declaration.Fun _ -> FUN;
      case Declaration.Fleet _ -> FLEET;
      case Declaration.FleetRule _ -> FLEET_RULE;
    };
  }
}
