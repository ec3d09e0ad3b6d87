package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.SymbolKind;
import io.openclustermanagement.dsl.parser.Continuation.Construct;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/** Proposes names that the files of the workspace declare. */
final class DeclaredNames {
  private static final Pattern FLEET_OF_TEST = Pattern.compile("\\bon\\s+([\\w.-]+)");

  private final List<Document> documents;
  private final Place at;
  private final CompletionItems items;

  DeclaredNames(List<Document> documents, Place at, CompletionItems items) {
    this.documents = documents;
    this.at = at;
    this.items = items;
  }

  /** Declarations of some kinds: visible ones, and others together with the import they need. */
  void ofKinds(List<SymbolKind> kinds) {
    if (kinds.contains(SymbolKind.RULE)) {
      rules();
    }
    for (Document document : documents) {
      for (Declaration declaration : document.tree().declarations()) {
        if (declaration instanceof Declaration.Named named
            && kinds.contains(SymbolKind.of(named))
            && !named.name().text().isEmpty()) {
          add(document, named);
        }
      }
    }
  }

  private void add(Document document, Declaration.Named named) {
    String name = named.name().text();
    SymbolKind kind = SymbolKind.of(named);
    boolean visible = document == at.document() || isImported(document.module(), name);
    if (!visible && document.module().isEmpty()) {
      return;
    }
    String detail = kind.noun() + (document == at.document() ? "" : " in " + document.module());
    var proposal =
        items
            .add(name, itemKind(kind), visible ? "0" : "2")
            .detailed(detail)
            .documented(text(named.doc()));
    if (!visible) {
      proposal.with(importing(document.module(), name));
    }
  }

  private static String text(@Nullable DocComment doc) {
    return doc == null ? "" : doc.text();
  }

  private static CompletionItemKind itemKind(SymbolKind kind) {
    return switch (kind) {
      case FUN -> CompletionItemKind.Function;
      case PARAM -> CompletionItemKind.Constant;
      case MODULE -> CompletionItemKind.Module;
      case CLUSTER, GROUP -> CompletionItemKind.EnumMember;
      case RULE -> CompletionItemKind.Method;
      case VARIABLE -> CompletionItemKind.Variable;
      case CLUSTER_SET, PLACEMENT, POLICY, POLICY_SET, EXEMPTION, DEPLOYMENT, FLEET, FLEET_RULE ->
          CompletionItemKind.Class;
    };
  }

  private boolean isImported(String module, String name) {
    return imports(at.document().tree()).stream()
        .filter(each -> each.module().text().equals(module))
        .anyMatch(
            each ->
                each.names().isEmpty()
                    || each.names().stream().anyMatch(listed -> listed.text().equals(name)));
  }

  private static List<Import.Module> imports(SourceUnit tree) {
    return tree.imports().stream()
        .filter(Import.Module.class::isInstance)
        .map(Import.Module.class::cast)
        .toList();
  }

  /** The edit that makes a name of another module visible. */
  private TextEdit importing(String module, String name) {
    for (Import.Module each : imports(at.document().tree())) {
      if (each.module().text().equals(module) && !each.names().isEmpty()) {
        int behind = each.names().getLast().span().end();
        return insertion(behind, ", " + name);
      }
    }
    SourceUnit tree = at.document().tree();
    Node before = tree.imports().isEmpty() ? tree.header() : tree.imports().getLast();
    String line = "import %s (%s)".formatted(module, name);
    return before == null ? insertion(0, line + "\n") : insertion(before.span().end(), "\n" + line);
  }

  private TextEdit insertion(int offset, String text) {
    var position = Positions.position(at.file(), offset);
    return new TextEdit(new Range(position, position), text);
  }

  /**
   * The modules of other files.
   *
   * @param before what stands of the name already
   */
  void modules(String before) {
    Set<String> modules = new TreeSet<>();
    documents.forEach(each -> modules.add(each.module()));
    modules.remove("");
    modules.remove(at.document().module());
    for (String module : modules) {
      items.add(module, CompletionItemKind.Module, "1").replacingBefore(before.length(), module);
    }
  }

  /** What an import may list. */
  void exportedBy(String importing) {
    Matcher module = Pattern.compile("import\\s+([\\w.-]+)").matcher(importing);
    if (module.find() && importing.contains("(")) {
      declaredIn(module.group(1));
    }
  }

  /** The names behind the dots of a qualified name. */
  void inModule(String qualified) {
    String prefix = qualified.replaceAll("\\s|\\.$", "").replaceFirst("\\.\\s*$", "");
    for (Import.Module each : imports(at.document().tree())) {
      boolean called =
          each.alias() == null
              ? each.module().text().equals(prefix)
              : each.alias().text().equals(prefix);
      if (called) {
        declaredIn(each.module().text());
      }
    }
    declared(
        Declaration.Policy.class,
        policy -> {
          if (policy.name().text().equals(prefix)) {
            rulesOf(policy).forEach(rule -> items.add(rule, CompletionItemKind.Method, "1"));
          }
        });
  }

  private void declaredIn(String module) {
    for (Document document : documents) {
      if (document.module().equals(module)) {
        for (Declaration declaration : document.tree().declarations()) {
          if (declaration instanceof Declaration.Named named) {
            SymbolKind kind = SymbolKind.of(named);
            items
                .add(named.name().text(), itemKind(kind), "1")
                .detailed(kind.noun())
                .documented(text(named.doc()));
          }
        }
      }
    }
  }

  private void rules() {
    declared(
        Declaration.Policy.class,
        policy ->
            rulesOf(policy)
                .forEach(
                    rule -> {
                      if (contains(policy)) {
                        items.add(rule, CompletionItemKind.Method, "0");
                      } else {
                        items.add(policy.name() + "." + rule, CompletionItemKind.Method, "1");
                      }
                    }));
  }

  private static List<String> rulesOf(Declaration.Policy policy) {
    List<String> rules = new ArrayList<>();
    for (PolicyClause clause : policy.clauses()) {
      if (clause instanceof PolicyClause.Rule rule) {
        rules.add(rule.name().text());
      }
    }
    return rules;
  }

  private <D extends Declaration> void declared(Class<D> type, Consumer<D> consumer) {
    for (Document document : at.project().documents()) {
      document.tree().declarations().stream()
          .filter(type::isInstance)
          .map(type::cast)
          .forEach(consumer);
    }
  }

  private boolean contains(Node node) {
    return node.span().file() == at.file()
        && node.span().start() <= at.offset()
        && at.offset() <= node.span().end();
  }

  /** Clusters of the fleet that is spoken of, or groups of placements. */
  void clustersOrGroups(String rule, String text) {
    switch (rule) {
      case "fleetMember" ->
          declared(
              Declaration.Fleet.class,
              fleet -> {
                if (contains(fleet)) {
                  clusters(fleet);
                }
              });
      case "testStep" -> {
        if (text.matches("(?s)\\s*given\\s*|.*\\s(on|selects|exactly|rejects)\\s.*")) {
          fleetOfTest().ifPresent(this::clustersOf);
        }
      }
      case "rolloutClause" -> declared(Declaration.Placement.class, this::groups);
      default -> {}
    }
  }

  private void clusters(Declaration.Fleet fleet) {
    for (FleetMember member : fleet.members()) {
      if (member instanceof FleetMember.Cluster cluster) {
        items.add(cluster.name().text(), CompletionItemKind.EnumMember, "0").detailed("cluster");
      }
    }
  }

  private void clustersOf(String fleet) {
    declared(
        Declaration.Fleet.class,
        each -> {
          if (each.name().text().equals(fleet)) {
            clusters(each);
          }
        });
  }

  /** The fleet of the test that the place is in, also if the test cannot be read. */
  private Optional<String> fleetOfTest() {
    String before = at.file().text().substring(0, at.offset());
    int test = Math.max(before.lastIndexOf("\ntest "), before.startsWith("test ") ? 0 : -1);
    Matcher matcher = FLEET_OF_TEST.matcher(before);
    boolean found = test >= 0 && matcher.find(test);
    return found ? Optional.of(matcher.group(1).replaceFirst(".*\\.", "")) : Optional.empty();
  }

  private void groups(Declaration.Placement placement) {
    Nodes.walk(
        placement,
        node -> {
          if (node instanceof PlacementClause.Group group) {
            items
                .add(group.name().text(), CompletionItemKind.EnumMember, "0")
                .detailed("group of " + placement.name().text());
          }
        });
  }

  /** The hub namespaces that the workspace knows. */
  void namespaces(Construct around) {
    if (around.rule().equals("header")) {
      for (Document document : documents) {
        var header = document.tree().header();
        if (header != null && header.hubNamespace() != null) {
          items.text(header.hubNamespace().text());
        }
      }
    }
  }
}
