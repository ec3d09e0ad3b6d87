package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.NameIndex.Entry;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.CaretContext;
import io.openclustermanagement.dsl.parser.Continuation;
import io.openclustermanagement.dsl.parser.Continuation.Slot;
import io.openclustermanagement.dsl.parser.SourceToken;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.jspecify.annotations.Nullable;

/** What a name, a keyword or an expression is, and what becomes of it. */
final class Hovers {
  private Hovers() {}

  static Optional<Hover> at(Place at) {
    return name(at).or(() -> keyword(at)).or(() -> expression(at));
  }

  // Names.

  private static Optional<Hover> name(Place at) {
    Optional<SourceSpan> span = at.project().names().nameAt(at.file(), at.offset());
    if (span.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (Entry entry : at.project().names().meanings(span.get())) {
      Optional<Node> node = declaration(at.project(), entry);
      parts.add(code("ocm", head(entry, node, at)));
      node.flatMap(each -> Optional.ofNullable(doc(each))).ifPresent(doc -> parts.add(doc.text()));
      node.filter(Declaration.class::isInstance)
          .flatMap(declared -> GeneratedYaml.of(at.project(), declared.span()))
          .ifPresent(yaml -> parts.add(code("yaml", yaml)));
    }
    return Optional.of(hover(parts, span.get()));
  }

  /** The node that a name is declared by. */
  private static Optional<Node> declaration(Project project, Entry entry) {
    return project
        .document(entry.at().file())
        .flatMap(document -> Optional.ofNullable(declaring(document.tree(), entry.at())));
  }

  private static @Nullable Node declaring(Node node, SourceSpan name) {
    for (Node child : Nodes.children(node)) {
      if (child.span().equals(name)) {
        return node;
      }
      if (child.span().start() <= name.start() && name.end() <= child.span().end()) {
        Node found = declaring(child, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable DocComment doc(Node node) {
    return switch (node) {
      case Declaration.Named named -> named.doc();
      case PolicyClause.Rule rule -> rule.doc();
      case Header header -> header.doc();
      default -> null;
    };
  }

  /** The declaration up to its block. */
  private static String head(Entry entry, Optional<Node> node, Place at) {
    String noun = entry.kind().noun();
    return switch (node.orElse(null)) {
      case Declaration.Param param -> param.span().text();
      case Declaration.Fun fun -> fun.span().text();
      case null, default -> {
        Optional<Type> type =
            at.project().names().nameAt(at.file(), at.offset()).flatMap(at.project().names()::type);
        yield noun + " " + entry.name() + type.map(each -> ": " + each).orElse("");
      }
    };
  }

  // Keywords.

  private static Optional<Hover> keyword(Place at) {
    Optional<SourceToken> token =
        SourceToken.of(at.file()).stream()
            .filter(each -> each.start() <= at.offset() && at.offset() < each.end())
            .filter(each -> !each.comment() && Character.isLetter(each.text().charAt(0)))
            .findFirst();
    if (token.isEmpty()) {
      return Optional.empty();
    }
    String word = token.get().text();
    for (Continuation each : CaretContext.at(at.file(), token.get().end()).continuations()) {
      if (each.slot() == Slot.WORD && each.word().equals(word)) {
        Optional<String> text = ClauseDocs.find(each.clauseOf().orElse(""), word);
        if (text.isPresent()) {
          List<String> parts = new ArrayList<>(List.of("**" + word + "** — " + text.get()));
          GeneratedYaml.at(at.project(), at.file(), token.get().start())
              .ifPresent(yaml -> parts.add(code("yaml", yaml)));
          SourceSpan span = at.file().span(token.get().start(), token.get().end());
          return Optional.of(hover(parts, span));
        }
      }
    }
    return Optional.empty();
  }

  // Expressions.

  private static Optional<Hover> expression(Place at) {
    List<String> parts = new ArrayList<>();
    Optional<SourceSpan> span = at.project().names().expressionAt(at.file(), at.offset());
    span.flatMap(at.project().names()::type)
        .filter(type -> type != Type.Simple.ERROR)
        .ifPresent(type -> parts.add(code("ocm", span.get().text() + ": " + type)));
    GeneratedYaml.at(at.project(), at.file(), at.offset())
        .ifPresent(yaml -> parts.add(code("yaml", yaml)));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(hover(parts, span.orElse(at.file().span(at.offset(), at.offset()))));
  }

  private static String code(String language, String text) {
    return "```" + language + "\n" + text.stripTrailing() + "\n```";
  }

  private static Hover hover(List<String> parts, SourceSpan span) {
    MarkupContent content = new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", parts));
    return new Hover(content, Positions.range(span));
  }
}
