package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import java.util.List;
import java.util.Optional;

/** Checks the {@code template} blocks of policies as far as they are more than their clauses. */
final class TemplateBlocks {
  private final Context context;

  TemplateBlocks(Context context) {
    this.context = context;
  }

  /** The labels and annotations of a block. */
  ObjectMetadata metadata(PolicyClause.Template block, Located name) {
    Optional<ObjectLiteral> labels = Optional.empty();
    Optional<ObjectLiteral> annotations = Optional.empty();
    for (PolicyClause clause : block.clauses()) {
      if (clause instanceof PolicyClause.Labels(ObjectLiteral written, _)) {
        labels = Optional.of(written);
      } else if (clause instanceof PolicyClause.Annotations(ObjectLiteral written, _)) {
        annotations = Optional.of(written);
      }
    }
    return context.metadata(new Name(name.text(), name.origin()), "template", labels, annotations);
  }

  /** Reports a clause that only a whole policy has. */
  void requireClause(PolicyClause clause) {
    String word =
        switch (clause) {
          case PolicyClause.Title _ -> "title";
          case PolicyClause.Standard _ -> "standard";
          case PolicyClause.On _ -> "on";
          case PolicyClause.Disabled _ -> "disabled";
          case PolicyClause.CopyNoMetadata _ -> "copy no metadata";
          case PolicyClause.AsServiceAccount _ -> "as serviceaccount";
          case PolicyClause.Rule _ -> "rule";
          case PolicyClause.Rego _ -> "rego";
          case PolicyClause.Template _ -> "template";
          case PolicyClause.Severity _,
              PolicyClause.Mode _,
              PolicyClause.After _,
              PolicyClause.AfterObject _,
              PolicyClause.IgnorePending _,
              PolicyClause.EvaluateEvery _,
              PolicyClause.InNamespaces _,
              PolicyClause.Labels _,
              PolicyClause.Annotations _,
              PolicyClause.ResourceRule _,
              PolicyClause.Raw _,
              PolicyClause.Error _ ->
              "";
        };
    if (!word.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.UNKNOWN_CLAUSE,
                      clause.span(),
                      "A template has no clause `%s`.".formatted(word))
                  .help("move it out of the template, into the policy."));
    }
  }

  /** Reports a block that is not one template. */
  void report(PolicyClause.Template block, List<TemplateDefinition> inside) {
    if (inside.isEmpty() && context.findings().errors() > 0) {
      return;
    }
    var finding =
        Diagnostic.error(
            Code.NOT_ONE_TEMPLATE,
            block.name().span(),
            inside.isEmpty()
                ? "The template `%s` is empty.".formatted(block.name().text())
                : "The clauses of `%s` do not fit into one template."
                    .formatted(block.name().text()));
    inside.stream()
        .skip(1)
        .findFirst()
        .ifPresent(
            other -> finding.related(other.head().origin().span(), "this needs one of its own"));
    context
        .findings()
        .add(
            finding.help(
                inside.isEmpty()
                    ? "say in it what is required, or remove it."
                    : "keep clauses with the same scope and message together, and a `raw` text"
                        + " alone."));
  }
}
