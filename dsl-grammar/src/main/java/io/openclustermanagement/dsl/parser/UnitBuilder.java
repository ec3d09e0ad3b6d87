package io.openclustermanagement.dsl.parser;

import static io.openclustermanagement.dsl.parser.Origins.map;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds the syntax tree of a file from ANTLR's parse tree. */
final class UnitBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;
  private final PlacementBuilder placements;
  private final PolicyBuilder policies;
  private final DeployBuilder deployments;
  private final FleetBuilder fleets;
  private final TestBuilder tests;

  private @Nullable Header header;
  private final List<Import> imports = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();

  UnitBuilder(Problems problems, List<Token> tokens) {
    origins = new Origins(problems, tokens);
    expressions = new ExpressionBuilder(origins);
    ResourceBuilder resources = new ResourceBuilder(origins, expressions);
    placements = new PlacementBuilder(origins, expressions);
    policies = new PolicyBuilder(origins, expressions, resources);
    deployments = new DeployBuilder(origins, expressions, resources);
    fleets = new FleetBuilder(origins, expressions, resources);
    tests = new TestBuilder(origins, expressions, resources, fleets);
  }

  /** The tree of a file of which nothing can be read. */
  static SourceUnit emptyUnit(SourceFile file) {
    return new SourceUnit(null, List.of(), List.of(), wholeOf(file));
  }

  SourceUnit unit(OcmGrammar.FileContext context) {
    Token skippedFrom = null;
    Token skippedTo = null;
    for (ParseTree child : context.children) {
      if (child instanceof ErrorNode skipped) {
        skippedFrom = skippedFrom == null ? skipped.getSymbol() : skippedFrom;
        skippedTo = skipped.getSymbol();
      } else if (skippedFrom != null) {
        declarations.add(new Declaration.Error(origins.at(skippedFrom, skippedTo)));
        skippedFrom = null;
      }
      switch (child) {
        case OcmGrammar.HeaderContext c -> addHeader(c);
        case OcmGrammar.ImportDeclarationContext c -> addImport(c);
        case OcmGrammar.DeclarationContext c -> declarations.add(declaration(c));
        default -> {}
      }
    }
    return new SourceUnit(header, imports, declarations, wholeOf(origins.problems().file()));
  }

  private static Origin wholeOf(SourceFile file) {
    return new Origin(file.span(0, file.text().length()));
  }

  private void addHeader(OcmGrammar.HeaderContext context) {
    if (!imports.isEmpty() || !declarations.isEmpty()) {
      misplaced(context, "belongs at the top of the file");
      return;
    }
    Header before = header == null ? new Header(null, null, null, origins.at(context)) : header;
    Origin at = new Origin(before.span().to(origins.at(context).span()));
    DocComment own = origins.doc(context);
    boolean first = before.doc() == null || context instanceof OcmGrammar.ModuleHeaderContext;
    DocComment doc = own != null && first ? own : before.doc();
    QualifiedName module = before.module();
    StringLiteral hubNamespace = before.hubNamespace();
    if (context instanceof OcmGrammar.ModuleHeaderContext c && c.exception == null) {
      reportRepeated(module, c.MODULE(), c.MODULE());
      module = origins.qualifiedName(c.qualifiedName());
    } else if (context instanceof OcmGrammar.HubHeaderContext c && c.exception == null) {
      reportRepeated(hubNamespace, c.HUB(), c.NAMESPACE());
      hubNamespace = expressions.plain(c.STRING());
    }
    header = new Header(doc, module, hubNamespace, at);
  }

  private void reportRepeated(@Nullable Node before, TerminalNode first, TerminalNode last) {
    if (before != null) {
      Origin word = origins.at(first.getSymbol(), last.getSymbol());
      origins
          .problems()
          .grammar(
              Diagnostic.error(
                      Code.REPEATED,
                      word.span(),
                      "A file has only one `%s`.".formatted(word.span().text()))
                  .related(before.span(), "given here already")
                  .help("remove one of them.")
                  .build());
    }
  }

  private void addImport(OcmGrammar.ImportDeclarationContext context) {
    if (!declarations.isEmpty() && context.exception == null) {
      misplaced(context, "belongs above the first declaration");
    }
    Origin at = origins.at(context);
    imports.add(
        switch (context) {
          case OcmGrammar.ImportCrdContext c when c.exception == null ->
              new Import.Crd(expressions.plain(c.STRING()), at);
          case OcmGrammar.ImportModuleContext c when c.exception == null -> module(c, at);
          default -> new Import.Error(at);
        });
  }

  private Import module(OcmGrammar.ImportModuleContext context, Origin at) {
    boolean hasAlias = context.AS() != null;
    List<OcmGrammar.NameContext> names = context.name();
    return new Import.Module(
        origins.qualifiedName(context.qualifiedName()),
        hasAlias ? origins.name(names.getFirst()) : null,
        map(names.subList(hasAlias ? 1 : 0, names.size()), origins::name),
        at);
  }

  private void misplaced(ParserRuleContext context, String where) {
    Origin word = origins.at(context.getStart());
    origins
        .problems()
        .grammar(
            Diagnostic.error(
                    Code.MISPLACED, word.span(), "`%s` %s.".formatted(word.span().text(), where))
                .help("move the line up.")
                .build());
  }

  private Declaration declaration(OcmGrammar.DeclarationContext context) {
    Origin at = origins.at(context);
    if (context.exception != null) {
      return new Declaration.Error(at);
    }
    DocComment doc = origins.doc(context);
    return switch (context) {
      case OcmGrammar.ClusterSetContext c ->
          new Declaration.ClusterSet(
              doc,
              origins.name(c.name()),
              expressions.objectName(c.objectName()),
              placements.clusterSetClauses(c),
              at);
      case OcmGrammar.PlacementContext c ->
          new Declaration.Placement(
              doc,
              origins.name(c.name()),
              expressions.objectName(c.objectName()),
              placements.placementClauses(c),
              at);
      case OcmGrammar.PolicyContext c ->
          new Declaration.Policy(
              doc,
              origins.name(c.name()),
              expressions.objectName(c.objectName()),
              expressions.parameters(c.parameters()),
              policies.policyClauses(c),
              at);
      case OcmGrammar.PolicyInstanceContext c ->
          new Declaration.PolicyInstance(
              doc,
              origins.name(c.name(0)),
              expressions.objectName(c.objectName()),
              origins.name(c.name(1)),
              expressions.arguments(c.arguments()),
              at);
      case OcmGrammar.PolicySetContext c ->
          new Declaration.PolicySet(
              doc,
              origins.name(c.name()),
              expressions.objectName(c.objectName()),
              policies.policySetClauses(c),
              at);
      case OcmGrammar.ExemptionContext c ->
          new Declaration.Exemption(doc, origins.name(c.name()), policies.exemptionClauses(c), at);
      case OcmGrammar.DeployContext c ->
          new Declaration.Deploy(
              doc,
              origins.name(c.name()),
              expressions.objectName(c.objectName()),
              deployments.clauses(c),
              at);
      case OcmGrammar.FleetContext c ->
          new Declaration.Fleet(doc, origins.name(c.name()), fleets.members(c), at);
      case OcmGrammar.FleetRuleContext c ->
          new Declaration.FleetRule(doc, origins.name(c.name()), fleets.fleetRuleClauses(c), at);
      default -> otherDeclaration(context, doc, at);
    };
  }

  private Declaration otherDeclaration(
      OcmGrammar.DeclarationContext context, @Nullable DocComment doc, Origin at) {
    return switch (context) {
      case OcmGrammar.BindContext c ->
          new Declaration.Bind(
              doc,
              origins.names(c.nameRefs()),
              origins.qualifiedName(c.qualifiedName()),
              enforcement(c),
              expressions.objectName(c.objectName()),
              at);
      case OcmGrammar.HubResourcesContext c ->
          new Declaration.HubResources(doc, expressions.plain(c.STRING()), at);
      case OcmGrammar.ParamContext c ->
          new Declaration.Param(
              doc,
              origins.name(c.name()),
              expressions.type(c.type()),
              c.ASSIGN() == null ? null : expressions.expression(c.expression(0)),
              c.CHECK() == null ? null : expressions.expression(c.expression().getLast()),
              at);
      case OcmGrammar.FunContext c ->
          new Declaration.Fun(
              doc,
              origins.name(c.name()),
              expressions.parameters(c.parameters()),
              expressions.type(c.type()),
              expressions.expression(c.expression()),
              at);
      case OcmGrammar.TestContext c ->
          new Declaration.Test(
              doc,
              expressions.plain(c.STRING()),
              origins.qualifiedName(c.qualifiedName()),
              c.DATE() == null ? null : expressions.literal(c.DATE()),
              tests.steps(c),
              at);
      default -> throw new IllegalStateException("no declaration: " + context.getClass());
    };
  }

  private static Declaration.Enforcement enforcement(OcmGrammar.BindContext context) {
    if (context.ENFORCING() == null) {
      return Declaration.Enforcement.UNCHANGED;
    }
    return context.RESTRICTED() == null
        ? Declaration.Enforcement.ENFORCING
        : Declaration.Enforcement.ENFORCING_RESTRICTED;
  }
}
