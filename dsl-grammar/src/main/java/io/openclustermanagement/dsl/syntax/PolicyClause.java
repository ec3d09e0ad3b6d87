package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause of {@code policy}. */
public sealed interface PolicyClause extends Node {

  /** {@code title "text"}. */
  record Title(StringLiteral text, Origin at) implements PolicyClause {}

  /** {@code standard "s" category "c" control "1" control "2"}. */
  record Standard(
      StringLiteral standard,
      @Nullable StringLiteral category,
      List<StringLiteral> controls,
      Origin at)
      implements PolicyClause {
    public Standard {
      controls = List.copyOf(controls);
    }
  }

  /** {@code severity high}. */
  record Severity(Name level, Origin at) implements PolicyClause {}

  /** {@code enforce prune created}. */
  record Mode(Remediation remediation, @Nullable Prune prune, Origin at) implements PolicyClause {}

  /** Whether a policy only reports or also repairs. */
  enum Remediation {
    INFORM,
    ENFORCE
  }

  /** Which objects go when the policy goes. */
  enum Prune {
    CREATED,
    ALL
  }

  /**
   * {@code after policy p is Compliant}.
   *
   * @param state the state to wait for, or null for the usual one
   */
  record After(DependencyKind kind, QualifiedName dependency, @Nullable Name state, Origin at)
      implements PolicyClause {}

  /** What a name in {@code after} or {@code from} refers to. */
  enum DependencyKind {
    POLICY,
    POLICY_SET,
    RULE,
    TEMPLATE
  }

  /**
   * {@code after CertificatePolicy "x" in "ns" is Compliant}, for what no source declares.
   *
   * @param namespace where it is, or null
   * @param state the state to wait for, or null for the usual one
   */
  record AfterObject(
      KindName kind,
      StringLiteral name,
      @Nullable StringLiteral namespace,
      @Nullable Name state,
      Origin at)
      implements PolicyClause {}

  /** {@code ignore pending}. */
  record IgnorePending(Origin at) implements PolicyClause {}

  /** {@code evaluate every 10m}. */
  record EvaluateEvery(Expression interval, Origin at) implements PolicyClause {}

  /** {@code in namespaces ["team-*"]}. */
  record InNamespaces(NamespaceScope scope, Origin at) implements PolicyClause {}

  /** {@code on prod-eu}. */
  record On(List<QualifiedName> placements, Origin at) implements PolicyClause {
    public On {
      placements = List.copyOf(placements);
    }
  }

  /** {@code disabled}. */
  record Disabled(Origin at) implements PolicyClause {}

  /** {@code copy no metadata}: labels and annotations stay on the hub. */
  record CopyNoMetadata(Origin at) implements PolicyClause {}

  /** {@code as serviceaccount "reader"}: with whose rights hub templates look things up. */
  record AsServiceAccount(StringLiteral account, Origin at) implements PolicyClause {}

  /** {@code labels { … }}. */
  record Labels(ObjectLiteral labels, Origin at) implements PolicyClause {}

  /** {@code annotations { … }}. */
  record Annotations(ObjectLiteral annotations, Origin at) implements PolicyClause {}

  /**
   * {@code template name named "object-name" { … }}: clauses that become one policy template with
   * settings of their own.
   *
   * @param objectName what the template is called on the clusters if that is not its name here, or
   *     null
   */
  record Template(
      @Nullable DocComment doc,
      Name name,
      @Nullable StringLiteral objectName,
      List<PolicyClause> clauses,
      Origin at)
      implements PolicyClause {
    public Template {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code raw """…"""}: object templates as a text, which a Go template makes on the cluster.
   *
   * @param source the text as a {@link Expression.Fence}, or the file as a {@link StringLiteral}
   */
  record Raw(Expression source, Origin at) implements PolicyClause {}

  /** {@code require}, {@code exactly} or {@code forbid} with a resource. */
  record ResourceRule(
      @Nullable DocComment doc,
      ResourceVerb verb,
      Resource resource,
      List<ResourceOption> options,
      Origin at)
      implements PolicyClause {
    public ResourceRule {
      options = List.copyOf(options);
    }
  }

  /** How a resource is compared with what a cluster has. */
  enum ResourceVerb {
    REQUIRE,
    EXACTLY,
    FORBID
  }

  /** {@code rule name { … }}. */
  record Rule(@Nullable DocComment doc, Name name, List<RuleClause> clauses, Origin at)
      implements PolicyClause {
    public Rule {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code rego name on Pod with { … } """…"""}.
   *
   * @param parameters what the constraint passes in, or null
   * @param source the text as a {@link Expression.Fence}, or the file as a {@link StringLiteral}
   */
  record Rego(
      @Nullable DocComment doc,
      Name name,
      List<KindName> kinds,
      @Nullable ObjectLiteral parameters,
      Expression source,
      Origin at)
      implements PolicyClause {
    public Rego {
      kinds = List.copyOf(kinds);
    }
  }

  /** What recovery skipped. */
  record Error(Origin at) implements PolicyClause {}
}
