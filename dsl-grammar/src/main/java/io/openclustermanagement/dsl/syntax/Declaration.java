package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file declares. */
public sealed interface Declaration extends Node {

  /** A declaration that other files can name. */
  sealed interface Named extends Declaration {
    @Nullable DocComment doc();

    Name name();
  }

  /**
   * {@code clusterset name named "object-name" { … }}.
   *
   * @param objectName what the cluster set is called on the hub if that is not its name here, or
   *     null
   */
  record ClusterSet(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      List<ClusterSetClause> clauses,
      Origin at)
      implements Named {
    public ClusterSet {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code placement name named "object-name" { … }}.
   *
   * @param objectName what the placement is called on the hub if that is not its name here, or null
   */
  record Placement(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      List<PlacementClause> clauses,
      Origin at)
      implements Named {
    public Placement {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code policy name named "object-name" (parameters) { … }}.
   *
   * @param objectName what the policy is called on the hub if that is not its name here, or null
   */
  record Policy(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      List<Parameter> parameters,
      List<PolicyClause> clauses,
      Origin at)
      implements Named {
    public Policy {
      parameters = List.copyOf(parameters);
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code policy name named "object-name" = template(arguments)}.
   *
   * @param objectName what the policy is called on the hub if that is not its name here, or null
   */
  record PolicyInstance(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      Name template,
      List<Argument> arguments,
      Origin at)
      implements Named {
    public PolicyInstance {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code policyset name named "object-name" { … }}.
   *
   * @param objectName what the set is called on the hub if that is not its name here, or null
   */
  record PolicySet(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      List<PolicySetClause> clauses,
      Origin at)
      implements Named {
    public PolicySet {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code bind policies to placement enforcing named "object-name"}.
   *
   * @param objectName what the binding is called on the hub, or null if that does not matter
   */
  record Bind(
      @Nullable DocComment doc,
      List<QualifiedName> policies,
      QualifiedName placement,
      Enforcement enforcement,
      @Nullable StringLiteral objectName,
      Origin at)
      implements Declaration {
    public Bind {
      policies = List.copyOf(policies);
    }
  }

  /**
   * {@code hub resources from "path"}: objects for the hub that no construct stands for, as they
   * are.
   */
  record HubResources(@Nullable DocComment doc, StringLiteral path, Origin at)
      implements Declaration {}

  /** What a {@link Bind} changes about the remediation of the policies it binds. */
  enum Enforcement {
    UNCHANGED,
    ENFORCING,
    /** Enforced only where another binding binds the policy as well. */
    ENFORCING_RESTRICTED
  }

  record Exemption(@Nullable DocComment doc, Name name, List<ExemptionClause> clauses, Origin at)
      implements Named {
    public Exemption {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code deploy name named "object-name" { … }}.
   *
   * @param objectName what the deployment is called on the hub if that is not its name here, or
   *     null
   */
  record Deploy(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      List<DeployClause> clauses,
      Origin at)
      implements Named {
    public Deploy {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code param name: type = defaultValue check check}. */
  record Param(
      @Nullable DocComment doc,
      Name name,
      TypeName type,
      @Nullable Expression defaultValue,
      @Nullable Expression check,
      Origin at)
      implements Named {}

  /** {@code fun name(parameters): resultType = body}. */
  record Fun(
      @Nullable DocComment doc,
      Name name,
      List<Parameter> parameters,
      TypeName resultType,
      Expression body,
      Origin at)
      implements Named {
    public Fun {
      parameters = List.copyOf(parameters);
    }
  }

  record Fleet(@Nullable DocComment doc, Name name, List<FleetMember> members, Origin at)
      implements Named {
    public Fleet {
      members = List.copyOf(members);
    }
  }

  record FleetRule(@Nullable DocComment doc, Name name, List<FleetRuleClause> clauses, Origin at)
      implements Named {
    public FleetRule {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code test "title" on fleet at date { … }}.
   *
   * @param date the day on which the test begins, or null
   */
  record Test(
      @Nullable DocComment doc,
      StringLiteral title,
      QualifiedName fleet,
      Expression.@Nullable Literal date,
      List<TestStep> steps,
      Origin at)
      implements Declaration {
    public Test {
      steps = List.copyOf(steps);
    }
  }

  /** What recovery skipped. */
  record Error(Origin at) implements Declaration {}
}
