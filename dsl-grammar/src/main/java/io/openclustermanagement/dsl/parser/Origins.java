package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** What all builders of the syntax tree need: places, names, doc comments, lists of clauses. */
final class Origins {

  private final Problems problems;
  private final List<Token> tokens;

  Origins(Problems problems, List<Token> tokens) {
    this.problems = problems;
    this.tokens = tokens;
  }

  Problems problems() {
    return problems;
  }

  Origin at(ParserRuleContext context) {
    return at(context.getStart(), context.getStop());
  }

  Origin at(Token token) {
    return new Origin(problems.span(token));
  }

  /** The place from one token to another; the start of the first if there is nothing between. */
  Origin at(Token first, @Nullable Token last) {
    int start = first.getStartIndex();
    int end = last == null ? start : problems.span(last).end();
    return new Origin(problems.file().span(start, Math.max(start, end)));
  }

  Name name(ParserRuleContext context) {
    return new Name(context.getText(), at(context));
  }

  @Nullable Name optionalName(@Nullable ParserRuleContext context) {
    return context == null ? null : name(context);
  }

  QualifiedName qualifiedName(OcmGrammar.QualifiedNameContext context) {
    return new QualifiedName(map(context.name(), this::name), at(context));
  }

  List<QualifiedName> names(OcmGrammar.NameRefsContext context) {
    return map(context.qualifiedName(), this::qualifiedName);
  }

  List<QualifiedName> names(OcmGrammar.NameListContext context) {
    return map(context.qualifiedName(), this::qualifiedName);
  }

  static <C, T> List<T> map(List<C> contexts, Function<C, T> build) {
    List<T> result = new ArrayList<>(contexts.size());
    for (C context : contexts) {
      result.add(build.apply(context));
    }
    return result;
  }

  static <C, T> @Nullable T optional(@Nullable C context, Function<C, T> build) {
    return context == null ? null : build.apply(context);
  }

  /** The clauses of a block; what recovery skipped in or between them becomes an error node. */
  <C extends ParserRuleContext, T> List<T> items(
      ParserRuleContext block, Class<C> type, Function<C, T> build, Function<Origin, T> error) {
    List<T> items = new ArrayList<>();
    Token skippedFrom = null;
    Token skippedTo = null;
    for (ParseTree child : block.children) {
      if (child instanceof ErrorNode skipped) {
        skippedFrom = skippedFrom == null ? skipped.getSymbol() : skippedFrom;
        skippedTo = skipped.getSymbol();
        continue;
      }
      if (skippedFrom != null) {
        items.add(error.apply(at(skippedFrom, skippedTo)));
        skippedFrom = null;
      }
      if (type.isInstance(child)) {
        C item = type.cast(child);
        items.add(item.exception == null ? build.apply(item) : error.apply(at(item)));
      }
    }
    return items;
  }

  /** The {@code ///} lines between the token before a construct and the construct. */
  @Nullable DocComment doc(ParserRuleContext context) {
    List<Token> lines = new ArrayList<>();
    int index = context.getStart().getTokenIndex() - 1;
    while (index >= 0 && tokens.get(index).getChannel() == OcmTokens.COMMENTS) {
      if (isDoc(tokens.get(index).getText()) && !isTrailing(index)) {
        lines.add(tokens.get(index));
      }
      index--;
    }
    if (lines.isEmpty()) {
      return null;
    }
    Collections.reverse(lines);
    return new DocComment(map(lines, Origins::docText), at(lines.getFirst(), lines.getLast()));
  }

  private static boolean isDoc(String comment) {
    return comment.startsWith("///") && !comment.startsWith("////");
  }

  /** Whether a comment stands behind something else on its line. */
  private boolean isTrailing(int index) {
    return index > 0
        && problems.file().line(tokens.get(index - 1).getStopIndex())
            == problems.file().line(tokens.get(index).getStartIndex());
  }

  private static String docText(Token line) {
    String text = line.getText().substring(3).stripTrailing();
    return text.startsWith(" ") ? text.substring(1) : text;
  }
}
