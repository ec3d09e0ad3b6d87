package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.cli.lsp.CompletionItems.Proposal;
import io.openclustermanagement.compiler.check.NameIndex.Visible;
import io.openclustermanagement.compiler.check.SymbolKind;
import io.openclustermanagement.compiler.check.TypeMembers;
import io.openclustermanagement.compiler.program.Shape.Field;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.CaretContext;
import io.openclustermanagement.dsl.parser.Continuation;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what can be asked in an expression. It puts a name where the caret is, ends the
 * declaration there, and lets the checker say what would be visible.
 */
final class ExpressionCompletions {
  private static final String CARET = "ocm_caret";
  private static final List<String> WORDS =
      List.of("not", "has", "any", "no", "every", "count", "if", "true", "false", "null");
  private static final List<String> FAMILIES = List.of("label", "claim", "allocatable", "capacity");
  private static final Pattern FAMILY = Pattern.compile("\\b(\\w+)\\s*\\.\\s*$");
  private static final Pattern KEY_IN_TEXT = Pattern.compile("\\b(label|claim)\\s*\\[\\s*\"?$");
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\b(label|claim)\\s*(?:\\.\\s*([\\w-]+)|\\[\\s*\"([^\"]*)\"\\s*\\])\\s*"
              + "(?:==|!=|(?:not\\s+)?in\\s*\\[(?:[^\\]]*,)?)\\s*\"?$");

  private final Place at;
  private final CaretContext context;
  private final CompletionItems items;
  private final DeclaredNames names;
  private final Supplier<SeenValues> seen;
  private boolean asked;
  private @Nullable Project completed;

  ExpressionCompletions(
      Place at,
      CaretContext context,
      CompletionItems items,
      DeclaredNames names,
      Supplier<SeenValues> seen) {
    this.at = at;
    this.context = context;
    this.items = items;
    this.names = names;
    this.seen = seen;
  }

  /** What an operand may be. */
  void expression(Continuation each) {
    comparedValues();
    if (keyInText()) {
      return;
    }
    Optional<Visible> visible = visible();
    if (visible.isPresent()) {
      visible(visible.get());
    } else if (speaksOfCluster(each)) {
      members(Type.Simple.CLUSTER);
    }
    names.ofKinds(List.of(SymbolKind.PARAM, SymbolKind.FUN));
    WORDS.forEach(
        word ->
            items
                .add(word, CompletionItemKind.Keyword, "4")
                .documented(ClauseDocs.find("", word).orElse("")));
  }

  private static boolean speaksOfCluster(Continuation each) {
    return each.inside("placementClause").isPresent()
        || each.inside("clusterSetClause").isPresent();
  }

  private void visible(Visible visible) {
    visible
        .variables()
        .forEach(
            (name, type) ->
                items.add(name, CompletionItemKind.Variable, "0").detailed(type.toString()));
    visible.clusters().forEach(name -> items.add(name, CompletionItemKind.EnumMember, "0"));
    visible.subject().ifPresent(this::members);
    if (visible.ofCluster()) {
      members(Type.Simple.CLUSTER);
    }
    if (visible.ofFleet()) {
      for (String source : List.of("placed", "members", "deployed", "exemptions", "today")) {
        items
            .add(source, CompletionItemKind.Function, "1")
            .documented(ClauseDocs.find("", source).orElse(""));
      }
      names.ofKinds(List.of(SymbolKind.PLACEMENT, SymbolKind.CLUSTER_SET, SymbolKind.DEPLOYMENT));
    }
  }

  /** What may stand behind a dot. */
  void field() {
    String before = at.file().text().substring(0, context.start());
    Matcher family = FAMILY.matcher(before);
    if (family.find() && FAMILIES.contains(family.group(1))) {
      keys(family.group(1));
      return;
    }
    targetType().ifPresent(type -> membersBehindDot(type, before));
  }

  /** What may be absent is read with {@code ?.}. */
  private void membersBehindDot(Type type, String before) {
    boolean guarded = before.endsWith("?.") || !before.endsWith(".");
    for (Field field : TypeMembers.of(type)) {
      Proposal proposal = member(field);
      if (type instanceof Type.OptionalOf && !guarded) {
        proposal.inserting("?." + field.name()).replacingBefore(1, "." + field.name());
      }
    }
  }

  /** A key that is no word stands in brackets and quotes. */
  private void keys(String family) {
    if (!family.equals("label") && !family.equals("claim")) {
      List.of("cpu", "memory").forEach(key -> items.add(key, CompletionItemKind.Property, "0"));
      return;
    }
    seen.get()
        .of(family)
        .forEach(
            (key, values) -> {
              var item = items.add(key, CompletionItemKind.Property, "0").detailed(shown(values));
              if (!CompletionItems.isWord(key)) {
                item.inserting("[\"" + key + "\"]").replacingBefore(1, "." + key);
              }
            });
  }

  private static String shown(Set<String> values) {
    return String.join(", ", values.stream().limit(8).toList());
  }

  private void members(Type type) {
    TypeMembers.of(type).forEach(this::member);
  }

  private Proposal member(Field field) {
    return items
        .add(field.name(), CompletionItemKind.Field, "1")
        .detailed(field.type().toString())
        .documented(field.description());
  }

  /** What may stand in a text in quotes: keys of labels and claims, and their values. */
  void text() {
    comparedValues();
    keyInText();
  }

  private boolean keyInText() {
    Matcher matcher = KEY_IN_TEXT.matcher(at.file().text().substring(0, context.start()));
    if (!matcher.find()) {
      return false;
    }
    seen.get()
        .of(matcher.group(1))
        .forEach((key, values) -> items.text(key).detailed(shown(values)));
    return true;
  }

  private void comparedValues() {
    String before = at.file().text().substring(0, context.start());
    Matcher matcher = COMPARED.matcher(before.substring(Math.max(0, before.length() - 500)));
    if (matcher.find()) {
      String key = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      Map<String, Set<String>> values = seen.get().of(matcher.group(1));
      values.getOrDefault(key, new TreeSet<>()).forEach(items::text);
    }
  }

  // Asking the checker.

  private Optional<Visible> visible() {
    return completed().flatMap(project -> project.names().visible(caret(project)));
  }

  /** The type of what stands before the dot. */
  private Optional<Type> targetType() {
    return completed()
        .flatMap(
            project -> {
              SourceSpan caret = caret(project);
              AtomicReference<@Nullable SourceSpan> target = new AtomicReference<>();
              Nodes.walk(
                  project.documents().getFirst().tree(),
                  node -> {
                    if (node instanceof Expression.FieldAccess access
                        && access.field().span().equals(caret)) {
                      target.set(access.target().span());
                    }
                  });
              return Optional.ofNullable(target.get()).flatMap(project.names()::type);
            });
  }

  private SourceSpan caret(Project project) {
    SourceFile file = project.documents().getFirst().file();
    return file.span(context.start(), context.start() + CARET.length());
  }

  /** The project with the completed text; its first document is the one with the caret. */
  private Optional<Project> completed() {
    if (!asked) {
      context.completedWith(CARET).ifPresent(text -> completed = compiled(text));
      asked = true;
    }
    return Optional.ofNullable(completed);
  }

  private Project compiled(SourceFile text) {
    Document document = at.document();
    return at.project().with(List.of(new Document(document.uri(), document.path(), text)));
  }
}
