package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.dsl.parser.CaretContext;
import io.openclustermanagement.dsl.parser.Continuation;
import io.openclustermanagement.dsl.parser.Continuation.Construct;
import io.openclustermanagement.dsl.syntax.Import;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.jspecify.annotations.Nullable;

/**
 * What can be written at a place: the grammar says which words and which kinds of names, the
 * checker which names there are. Text that is broken elsewhere does not matter.
 */
final class Completions {
  private final EditorSession editor;
  private final Place at;
  private final CaretContext context;
  private final CompletionItems items;
  private final DeclaredNames names;
  private final ExpressionCompletions expressions;
  private final ResourceCompletions resources;
  private @Nullable SeenValues seen;

  Completions(EditorSession editor, Place at) {
    this.editor = editor;
    this.at = at;
    this.context = CaretContext.at(at.file(), at.offset());
    this.items = new CompletionItems(at, context.start());
    this.names = new DeclaredNames(editor.documents().all(), at, items);
    this.expressions = new ExpressionCompletions(at, context, items, names, this::seen);
    this.resources = new ResourceCompletions(items);
  }

  private SeenValues seen() {
    SeenValues known = seen;
    if (known == null) {
      known = SeenValues.in(at, editor.settings().fleet());
      seen = known;
    }
    return known;
  }

  List<CompletionItem> items() {
    for (Continuation each : context.continuations()) {
      if (context.isInText()) {
        inText(each);
      } else {
        add(each);
      }
    }
    return items.list();
  }

  private void add(Continuation each) {
    switch (each.slot()) {
      case WORD -> word(each);
      case NAME -> name(each);
      case REFERENCE -> reference(each);
      case EXPRESSION -> {
        resources.values(each, true);
        expressions.expression(each);
      }
      case FIELD -> expressions.field();
      case KEY -> key(each);
      case KIND -> kinds();
      case TYPE -> types();
      case STRING -> {}
    }
  }

  // Words.

  private void word(Continuation each) {
    String owner = each.clauseOf().orElse("");
    boolean head = each.word().equals("module") || each.word().equals("hub");
    boolean atTop = each.rule().equals("header") || each.rule().equals("importDeclaration");
    if (atTop && !mayBeHead(head)) {
      return;
    }
    boolean begins = !owner.isEmpty() || atTop || each.rule().equals("declaration");
    items
        .add(each.word(), CompletionItemKind.Keyword, begins ? "1" : "3")
        .documented(ClauseDocs.find(owner, each.word()).orElse(""));
  }

  /** Whether the head of a file may still go on. */
  private boolean mayBeHead(boolean header) {
    var tree = at.document().tree();
    boolean imported =
        tree.imports().stream()
            .anyMatch(each -> each instanceof Import.Module && each.span().end() < context.start());
    boolean declared =
        tree.declarations().stream().anyMatch(each -> each.span().end() < context.start());
    return !declared && !(header && imported);
  }

  // Names.

  private void name(Continuation each) {
    Construct around = around(each);
    String text = around.text().text();
    switch (each.rule()) {
      case "qualifiedName" -> qualified(each.path().getLast().text().text(), around);
      case "importDeclaration" -> names.exportedBy(text);
      default -> FixedWords.of(around.rule(), text).forEach(this::fixed);
    }
    names.clustersOrGroups(around.rule(), text);
  }

  private void qualified(String before, Construct around) {
    if (around.rule().equals("importDeclaration")) {
      names.modules(before);
    } else {
      names.inModule(before);
    }
  }

  private void fixed(String word) {
    items.add(word, CompletionItemKind.EnumMember, "1");
  }

  private void reference(Continuation each) {
    Construct around = around(each);
    if (around.rule().equals("importDeclaration")) {
      names.modules("");
    } else {
      names.ofKinds(ExpectedKinds.of(around.rule(), around.text().text()));
      names.clustersOrGroups(around.rule(), around.text().text());
    }
  }

  /** The clause or declaration that a name is part of. */
  private Construct around(Continuation each) {
    Set<String> parts = Set.of("nameRefs", "nameList", "qualifiedName");
    return each.path().reversed().stream()
        .filter(construct -> !parts.contains(construct.rule()))
        .findFirst()
        .orElse(new Construct("file", at.file().span(0, 0)));
  }

  // Objects.

  private void key(Continuation each) {
    String clause =
        each.inside("clusterClause").map(construct -> construct.text().text()).orElse("");
    if (clause.startsWith("labels") || clause.startsWith("claims")) {
      String family = clause.startsWith("labels") ? "label" : "claim";
      seen().of(family).keySet().forEach(key -> items.key(key));
    } else if (clause.startsWith("allocatable")) {
      List.of("cpu", "memory").forEach(items::key);
    } else {
      resources.fields(each);
    }
  }

  private void kinds() {
    Set<String> kinds = new HashSet<>(KubernetesSchemas.builtIn().kinds());
    kinds.add("AnyPod");
    kinds.forEach(kind -> items.add(kind, CompletionItemKind.Class, "2"));
  }

  private void types() {
    Arrays.stream(Type.Simple.values())
        .filter(type -> type.toString().matches("[A-Z]\\w+") && type != Type.Simple.NULL)
        .forEach(type -> items.add(type.toString(), CompletionItemKind.TypeParameter, "1"));
    List.of("List", "Map").forEach(type -> items.add(type, CompletionItemKind.TypeParameter, "1"));
  }

  // Texts in quotes.

  private void inText(Continuation each) {
    switch (each.slot()) {
      case EXPRESSION -> {
        resources.values(each, false);
        expressions.text();
      }
      case STRING -> names.namespaces(around(each));
      case KEY -> key(each);
      case WORD, NAME, REFERENCE, FIELD, KIND, TYPE -> {}
    }
  }
}
