package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.ExpressionPrinter.wrapped;
import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import org.jspecify.annotations.Nullable;

/** Prints Kubernetes resources and what tells where they are. */
final class ResourcePrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;

  ResourcePrinter(Emitter emitter, ExpressionPrinter expressions) {
    this.emitter = emitter;
    this.expressions = expressions;
  }

  FormatNode print(Resource resource) {
    return switch (resource) {
      case Resource.FromFile file -> fromFile(file.path());
      case Resource.Inline inline -> inline(inline);
      case Resource.Error error -> throw ExpressionPrinter.unprintable(error);
    };
  }

  FormatNode fromFile(StringLiteral path) {
    return spaced(emitter.word("from"), expressions.string(path));
  }

  /** {@code Deployment "web" in "shop"}. */
  FormatNode named(KindName kind, @Nullable StringLiteral name, @Nullable StringLiteral namespace) {
    return spaced(
        emitter.kind(kind),
        name == null ? FormatNode.NOTHING : expressions.string(name),
        inNamespace(namespace));
  }

  private FormatNode inNamespace(@Nullable StringLiteral namespace) {
    return namespace == null
        ? FormatNode.NOTHING
        : spaced(emitter.word("in"), expressions.string(namespace));
  }

  /**
   * The namespaces that are meant, on the next line if they do not fit; nothing if there are none.
   */
  FormatNode inNamespaces(@Nullable NamespaceScope scope) {
    return scope == null
        ? FormatNode.NOTHING
        : wrapped(spaced(emitter.words("in", "namespaces"), scope(scope)));
  }

  FormatNode scope(NamespaceScope scope) {
    return concat(
        expressions.list(scope.include()),
        scope.exclude() == null
            ? FormatNode.NOTHING
            : wrapped(spaced(emitter.word("except"), expressions.list(scope.exclude()))),
        scope.labelled() == null
            ? FormatNode.NOTHING
            : spaced(FormatNode.EMPTY, labelled(scope.labelled())));
  }

  private FormatNode labelled(LabelMatch match) {
    return switch (match) {
      case LabelMatch.Equal m -> spaced(emitter.word("labelled"), expressions.print(m.labels()));
      case LabelMatch.Where m ->
          spaced(emitter.word("labelled"), expressions.inParentheses(m.condition()));
    };
  }

  /** A condition behind a head: it wraps by itself if the head is short, else it goes below. */
  FormatNode where(@Nullable Expression condition, boolean below) {
    if (condition == null) {
      return FormatNode.NOTHING;
    }
    return below
        ? expressions.condition(condition)
        : spaced(FormatNode.EMPTY, emitter.word("where"), expressions.print(condition));
  }

  private FormatNode inline(Resource.Inline resource) {
    return spaced(
        concat(
            spaced(
                emitter.kind(resource.kind()),
                resource.name() == null ? FormatNode.NOTHING : expressions.string(resource.name()),
                resource.labelled() == null ? FormatNode.NOTHING : labelled(resource.labelled()),
                inNamespace(resource.namespace())),
            inNamespaces(resource.scope()),
            where(resource.condition(), resource.scope() != null)),
        resource.body() == null ? FormatNode.NOTHING : expressions.print(resource.body()));
  }

  FormatNode option(ResourceOption option) {
    return switch (option) {
      case ResourceOption.Message o ->
          spaced(emitter.word("message"), expressions.string(o.text()));
      case ResourceOption.CompliantMessage o ->
          spaced(emitter.words("message", "when", "compliant"), expressions.string(o.text()));
      case ResourceOption.Named o -> spaced(emitter.word("named"), emitter.name(o.name()));
      case ResourceOption.AsTemplate _ -> emitter.words("as", "template");
      case ResourceOption.MetadataExactly _ -> emitter.words("metadata", "exactly");
      case ResourceOption.RecreateIfRequired _ -> emitter.words("recreate", "if", "required");
      case ResourceOption.RecreateAlways _ -> emitter.words("recreate", "always");
    };
  }
}
