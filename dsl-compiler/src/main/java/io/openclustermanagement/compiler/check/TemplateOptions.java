package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.check.TemplateGroup.Key;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.TemplateDefinition.Comparison;
import io.openclustermanagement.compiler.program.TemplateDefinition.ObjectTemplate;
import io.openclustermanagement.compiler.program.TemplateDefinition.Recreation;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.Optional;

/** Checks what stands behind a resource of a policy: its name, its messages, how it is compared. */
final class TemplateOptions {
  private final Context context;

  TemplateOptions(Context context) {
    this.context = context;
  }

  /** What decides which clauses share a template. */
  Key key(PolicyClause.ResourceRule clause, PolicySettings settings) {
    Optional<Located> name = Optional.empty();
    Optional<Expr> message = Optional.empty();
    Optional<Expr> compliant = Optional.empty();
    context.reportRepeated(Context.byName(clause.options(), TemplateOptions::name));
    for (ResourceOption option : clause.options()) {
      switch (option) {
        case ResourceOption.Named(var written, _) -> {
          context.requireObjectName(written, "template");
          name = Optional.of(new Located(written.text(), written.at()));
        }
        case ResourceOption.Message(StringLiteral text, _) -> message = Optional.of(text(text));
        case ResourceOption.CompliantMessage(StringLiteral text, _) ->
            compliant = Optional.of(text(text));
        case ResourceOption.MetadataExactly _,
            ResourceOption.RecreateIfRequired _,
            ResourceOption.RecreateAlways _,
            ResourceOption.AsTemplate _ -> {}
      }
    }
    var scope = clause.resource() instanceof Resource.Inline inline ? inline.scope() : null;
    return new Key(
        new Selections(context).optionalNamespaces(scope).or(settings::namespaces),
        name,
        message,
        compliant);
  }

  private static Optional<String> name(ResourceOption option) {
    return Optional.of(
        switch (option) {
          case ResourceOption.Named _ -> "named";
          case ResourceOption.Message _ -> "message";
          case ResourceOption.CompliantMessage _ -> "message when compliant";
          case ResourceOption.MetadataExactly _ -> "metadata exactly";
          case ResourceOption.RecreateIfRequired _, ResourceOption.RecreateAlways _ -> "recreate";
          case ResourceOption.AsTemplate _ -> "as template";
        });
  }

  /** A text that may depend on the cluster. */
  private Expr text(StringLiteral written) {
    return context.expressions().check(written, Place.MANIFEST, Simple.STRING);
  }

  /** An object and how it is compared. */
  ObjectTemplate template(PolicyClause.ResourceRule clause, Manifest object) {
    Recreation recreation = Recreation.NONE;
    boolean metadataExactly = false;
    for (ResourceOption option : clause.options()) {
      switch (option) {
        case ResourceOption.RecreateIfRequired _ -> recreation = Recreation.IF_REQUIRED;
        case ResourceOption.RecreateAlways _ -> recreation = Recreation.ALWAYS;
        case ResourceOption.MetadataExactly _ -> metadataExactly = true;
        case ResourceOption.Named _,
            ResourceOption.Message _,
            ResourceOption.CompliantMessage _,
            ResourceOption.AsTemplate _ -> {}
      }
    }
    var labelled = clause.resource() instanceof Resource.Inline inline ? inline.labelled() : null;
    return new ObjectTemplate(
        comparison(clause),
        object,
        metadataExactly,
        recreation,
        new Selections(context).labels(labelled, "object"),
        clause.at());
  }

  private static Comparison comparison(PolicyClause.ResourceRule clause) {
    return switch (clause.verb()) {
      case REQUIRE -> Comparison.REQUIRE;
      case EXACTLY -> Comparison.EXACTLY;
      case FORBID -> Comparison.FORBID;
    };
  }
}
