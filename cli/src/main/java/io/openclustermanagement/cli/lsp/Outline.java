package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What a document declares, as a tree. */
final class Outline {
  private static final int MOST_FOUND = 500;

  private Outline() {}

  static List<DocumentSymbol> of(Document document) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    document.tree().declarations().forEach(each -> add(each, symbols));
    return symbols;
  }

  /** The declarations of a workspace whose names have the letters of a query in their order. */
  static List<WorkspaceSymbol> search(List<Document> documents, String query) {
    List<WorkspaceSymbol> found = new ArrayList<>();
    for (Document document : documents) {
      of(document).stream()
          .filter(symbol -> matches(symbol.getName(), query))
          .map(symbol -> found(document, symbol))
          .forEach(found::add);
    }
    return found.size() > MOST_FOUND ? found.subList(0, MOST_FOUND) : found;
  }

  private static WorkspaceSymbol found(Document document, DocumentSymbol symbol) {
    Location place = new Location(document.uri(), symbol.getSelectionRange());
    return new WorkspaceSymbol(
        symbol.getName(), symbol.getKind(), Either.forLeft(place), document.module());
  }

  private static boolean matches(String name, String query) {
    String letters = name.toLowerCase(Locale.ROOT);
    int from = 0;
    for (char letter : query.toLowerCase(Locale.ROOT).toCharArray()) {
      from = letters.indexOf(letter, from) + 1;
      if (from == 0) {
        return false;
      }
    }
    return true;
  }

  private static void add(Declaration declaration, List<DocumentSymbol> symbols) {
    switch (declaration) {
      case Declaration.ClusterSet set ->
          symbols.add(named(set, SymbolKind.Namespace, "clusterset", List.of()));
      case Declaration.Placement placement ->
          symbols.add(named(placement, SymbolKind.Class, "placement", groups(placement)));
      case Declaration.Policy policy ->
          symbols.add(named(policy, SymbolKind.Interface, "policy", parts(policy)));
      case Declaration.PolicyInstance instance ->
          symbols.add(
              named(instance, SymbolKind.Interface, "policy of " + instance.template(), List.of()));
      case Declaration.PolicySet set ->
          symbols.add(named(set, SymbolKind.Package, "policyset", List.of()));
      case Declaration.Exemption exemption ->
          symbols.add(named(exemption, SymbolKind.Event, "exemption", List.of()));
      case Declaration.Deploy deploy ->
          symbols.add(named(deploy, SymbolKind.Class, "deploy", manifests(deploy)));
      case Declaration.Param param ->
          symbols.add(
              named(param, SymbolKind.Constant, "param " + param.type().span().text(), List.of()));
      case Declaration.Fun fun ->
          symbols.add(
              named(fun, SymbolKind.Function, "fun " + fun.resultType().span().text(), List.of()));
      case Declaration.Fleet fleet ->
          symbols.add(named(fleet, SymbolKind.Struct, "fleet", clusters(fleet)));
      case Declaration.FleetRule rule ->
          symbols.add(named(rule, SymbolKind.Interface, "fleetrule", List.of()));
      case Declaration.Bind bind -> symbols.add(bind(bind));
      case Declaration.HubResources files ->
          symbols.add(
              symbol(
                  files.path().text(),
                  SymbolKind.File,
                  "resources",
                  files,
                  files.path().span(),
                  List.of()));
      case Declaration.Test test ->
          symbols.add(
              symbol(
                  test.title().text(),
                  SymbolKind.Method,
                  "test",
                  test,
                  test.title().span(),
                  List.of()));
      case Declaration.Error _ -> {}
    }
  }

  private static DocumentSymbol bind(Declaration.Bind bind) {
    String policies =
        bind.policies().stream().map(QualifiedName::text).collect(Collectors.joining(", "));
    String name = policies + " to " + bind.placement().text();
    return symbol(name, SymbolKind.Event, "bind", bind, bind.placement().span(), List.of());
  }

  private static List<DocumentSymbol> groups(Declaration.Placement placement) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    for (PlacementClause clause : placement.clauses()) {
      if (clause instanceof PlacementClause.Groups groups) {
        for (PlacementClause.Group group : groups.groups()) {
          symbols.add(
              symbol(
                  group.name().text(),
                  SymbolKind.EnumMember,
                  "group",
                  group,
                  group.name().span(),
                  List.of()));
        }
      }
    }
    return symbols;
  }

  private static List<DocumentSymbol> parts(Declaration.Policy policy) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    for (PolicyClause clause : policy.clauses()) {
      switch (clause) {
        case PolicyClause.Rule rule ->
            symbols.add(
                symbol(
                    rule.name().text(),
                    SymbolKind.Method,
                    "rule",
                    rule,
                    rule.name().span(),
                    List.of()));
        case PolicyClause.Rego rego ->
            symbols.add(
                symbol(
                    rego.name().text(),
                    SymbolKind.Method,
                    "rego",
                    rego,
                    rego.name().span(),
                    List.of()));
        case PolicyClause.ResourceRule rule ->
            symbols.add(
                resource(rule.resource(), rule, rule.verb().name().toLowerCase(Locale.ROOT)));
        default -> {}
      }
    }
    return symbols;
  }

  private static List<DocumentSymbol> manifests(Declaration.Deploy deploy) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    for (DeployClause clause : deploy.clauses()) {
      if (clause instanceof DeployClause.Manifests manifests) {
        manifests.resources().forEach(each -> symbols.add(resource(each, each, "manifest")));
      }
    }
    return symbols;
  }

  private static DocumentSymbol resource(Resource resource, Node whole, String detail) {
    return switch (resource) {
      case Resource.FromFile file ->
          symbol(file.path().text(), SymbolKind.File, detail, whole, file.path().span(), List.of());
      case Resource.Inline inline -> {
        String name = inline.name() == null ? "" : " " + inline.name().text();
        yield symbol(
            inline.kind().kind() + name,
            SymbolKind.Object,
            detail,
            whole,
            inline.kind().span(),
            List.of());
      }
      case Resource.Error error ->
          symbol("…", SymbolKind.Object, detail, whole, error.span(), List.of());
    };
  }

  private static List<DocumentSymbol> clusters(Declaration.Fleet fleet) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    for (FleetMember member : fleet.members()) {
      if (member instanceof FleetMember.Cluster cluster) {
        symbols.add(
            symbol(
                cluster.name().text(),
                SymbolKind.Object,
                "cluster",
                cluster,
                cluster.name().span(),
                List.of()));
      }
    }
    return symbols;
  }

  private static DocumentSymbol named(
      Declaration.Named declaration,
      SymbolKind kind,
      String detail,
      List<DocumentSymbol> children) {
    SourceSpan name = declaration.name().span();
    return symbol(declaration.name().text(), kind, detail, declaration, name, children);
  }

  private static DocumentSymbol symbol(
      String name,
      SymbolKind kind,
      String detail,
      Node whole,
      SourceSpan selection,
      List<DocumentSymbol> children) {
    String shown = name.isBlank() ? "…" : name; // The protocol knows no empty names.
    return new DocumentSymbol(
        shown,
        kind,
        Positions.range(whole.span().to(selection)),
        Positions.range(selection),
        detail,
        children);
  }
}
