package io.openclustermanagement.dsl.parser;

import static io.openclustermanagement.dsl.parser.Origins.map;
import static io.openclustermanagement.dsl.parser.Origins.optional;

import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds Kubernetes resources and what tells where they are. */
final class ResourceBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;

  ResourceBuilder(Origins origins, ExpressionBuilder expressions) {
    this.origins = origins;
    this.expressions = expressions;
  }

  KindName kind(OcmGrammar.KindContext context) {
    return new KindName(
        context.IDENT().getText(),
        optional(context.apiVersion(), OcmGrammar.ApiVersionContext::getText),
        origins.at(context));
  }

  List<KindName> kinds(OcmGrammar.KindsContext context) {
    return map(context.kind(), this::kind);
  }

  NamespaceScope scope(OcmGrammar.NamespaceScopeContext context) {
    return new NamespaceScope(
        expressions.list(context.list(0)),
        expressions.optionalList(context.list(1)),
        optional(context.labelMatch(), this::labelMatch),
        origins.at(context));
  }

  private LabelMatch labelMatch(OcmGrammar.LabelMatchContext context) {
    Origin at = origins.at(context);
    return context.object() == null
        ? new LabelMatch.Where(expressions.expression(context.expression()), at)
        : new LabelMatch.Equal(expressions.object(context.object()), at);
  }

  @Nullable NamespaceScope optionalScope(OcmGrammar.@Nullable NamespaceScopeContext context) {
    return optional(context, this::scope);
  }

  /** The resources between the braces of a block. */
  List<Resource> manifests(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.ManifestContext.class,
        manifest -> resource(manifest.resource()),
        Resource.Error::new);
  }

  Resource resource(OcmGrammar.ResourceContext context) {
    return switch (context) {
      case OcmGrammar.ResourceFileContext file ->
          new Resource.FromFile(expressions.plain(file.STRING()), origins.at(file));
      case OcmGrammar.ResourceInlineContext inline -> inline(inline);
      default -> throw new IllegalStateException("no resource: " + context.getClass());
    };
  }

  private Resource inline(OcmGrammar.ResourceInlineContext context) {
    StringLiteral name = null;
    StringLiteral namespace = null;
    for (TerminalNode text : context.STRING()) {
      boolean behindIn =
          context.IN() != null
              && text.getSymbol().getTokenIndex() > context.IN().getSymbol().getTokenIndex();
      if (behindIn) {
        namespace = expressions.string(text);
      } else {
        name = expressions.string(text);
      }
    }
    return new Resource.Inline(
        kind(context.kind()),
        name,
        optional(context.labelMatch(), this::labelMatch),
        namespace,
        optionalScope(context.namespaceScope()),
        expressions.optionalExpression(context.expression()),
        expressions.optionalObject(context.object()),
        origins.at(context));
  }

  ResourceOption option(OcmGrammar.ResourceOptionContext context) {
    return switch (context.getStart().getType()) {
      case OcmTokens.MESSAGE ->
          context.WHEN() == null
              ? new ResourceOption.Message(
                  expressions.string(context.STRING()), origins.at(context))
              : new ResourceOption.CompliantMessage(
                  expressions.string(context.STRING()), origins.at(context));
      case OcmTokens.NAMED ->
          new ResourceOption.Named(origins.name(context.name()), origins.at(context));
      case OcmTokens.AS -> new ResourceOption.AsTemplate(origins.at(context));
      case OcmTokens.METADATA -> new ResourceOption.MetadataExactly(origins.at(context));
      default ->
          context.ALWAYS() == null
              ? new ResourceOption.RecreateIfRequired(origins.at(context))
              : new ResourceOption.RecreateAlways(origins.at(context));
    };
  }
}
