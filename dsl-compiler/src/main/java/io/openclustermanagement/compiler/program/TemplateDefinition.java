package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One of the templates of a policy: what becomes one object on a cluster, or several at once. */
public sealed interface TemplateDefinition {

  Head head();

  /** Whose controllers can run it. */
  Fidelity fidelity();

  /**
   * What all templates have.
   *
   * @param sourceName how other clauses name it; empty where clauses have no name of their own
   * @param objectName what it is called on a cluster
   * @param after what it waits for beyond what the policy waits for
   * @param ignoresPending whether waiting counts as compliant
   * @param origin the clauses that it is made from; the first of them if there are several
   */
  record Head(
      Optional<String> sourceName,
      Located objectName,
      List<Dependency> after,
      boolean ignoresPending,
      Origin origin) {
    public Head {
      after = List.copyOf(after);
    }
  }

  /**
   * A ConfigurationPolicy.
   *
   * @param mode empty only in programs with errors
   * @param interval how often it is evaluated; empty for on every change
   * @param message what is said about a violation; depends at most on the cluster
   * @param compliantMessage what is said where all is well
   */
  record Configuration(
      Head head,
      ObjectMetadata metadata,
      Optional<Severity> severity,
      Optional<Mode> mode,
      Optional<Interval> interval,
      Optional<NamespaceSelection> namespaces,
      Optional<Expr> message,
      Optional<Expr> compliantMessage,
      Content content)
      implements TemplateDefinition {
    @Override
    public Fidelity fidelity() {
      return PolicyDefinition.dependencies(head.after());
    }

    /** The same as a template block, which has a name in the source and metadata. */
    public Configuration called(
        String sourceName, Located objectName, ObjectMetadata newMetadata, Origin origin) {
      return new Configuration(
          new Head(
              Optional.of(sourceName), objectName, head.after(), head.ignoresPending(), origin),
          newMetadata,
          severity,
          mode,
          interval,
          namespaces,
          message,
          compliantMessage,
          content);
    }
  }

  /** Objects of a file that are policy templates already, such as a CertificatePolicy. */
  record Verbatim(Head head, Manifest object) implements TemplateDefinition {
    @Override
    public Fidelity fidelity() {
      return PolicyDefinition.dependencies(head.after());
    }
  }

  /**
   * A RulePolicy.
   *
   * @param severity where the rule has none of its own
   * @param mode empty only in programs with errors
   * @param namespaces where the rule names none
   */
  record Rule(
      Head head,
      RuleDefinition rule,
      Optional<Severity> severity,
      Optional<Mode> mode,
      Optional<NamespaceSelection> namespaces)
      implements TemplateDefinition {
    @Override
    public Fidelity fidelity() {
      return Fidelity.NATIVE;
    }
  }

  /** The ConstraintTemplate of a rule in Rego. */
  record ConstraintTemplate(Head head, RegoDefinition rego) implements TemplateDefinition {
    @Override
    public Fidelity fidelity() {
      return PolicyDefinition.dependencies(head.after());
    }
  }

  /** The constraint of a rule in Rego. */
  record Constraint(Head head, RegoDefinition rego, Optional<Mode> mode)
      implements TemplateDefinition {
    @Override
    public Fidelity fidelity() {
      return PolicyDefinition.dependencies(head.after());
    }
  }

  /** How often something is evaluated. */
  record Interval(Duration duration, Origin origin) {}

  /** What a ConfigurationPolicy speaks of. */
  sealed interface Content {

    /** Objects, each with its comparison. */
    record Objects(List<ObjectTemplate> objects) implements Content {
      public Objects {
        objects = List.copyOf(objects);
      }
    }

    /** A text that a Go template turns into object templates on the cluster. */
    record Raw(Located text) implements Content {}
  }

  /**
   * One object and how it is compared with what a cluster has.
   *
   * @param metadataExactly whether labels and annotations are compared exactly
   * @param labels of the objects that are meant
   */
  record ObjectTemplate(
      Comparison comparison,
      Manifest object,
      boolean metadataExactly,
      Recreation recreation,
      Optional<LabelSelection> labels,
      Origin origin) {}

  /** The verbs of a policy. */
  enum Comparison {
    /** The object has at least what is written. */
    REQUIRE,
    /** The object has what is written and nothing else. */
    EXACTLY,
    /** There is no such object. */
    FORBID
  }

  /** Whether an object that cannot be updated is deleted and created again. */
  enum Recreation {
    NONE,
    IF_REQUIRED,
    ALWAYS
  }
}
