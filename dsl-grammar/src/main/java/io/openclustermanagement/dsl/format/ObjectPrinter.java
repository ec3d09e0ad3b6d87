package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.FormatNode.concat;

import io.openclustermanagement.dsl.format.FormatNode.BlankLine;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prints objects. An object stands on one line, with commas, if it fits there and the author did
 * not break the line behind its brace; else each entry has its line and there are no commas.
 */
final class ObjectPrinter {

  /** Words that would go on with the value of the entry before them. */
  private static final Set<String> OPERATORS =
      Set.of(
          "and",
          "or",
          "implies",
          "in",
          "is",
          "not",
          "like",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "complies");

  private static final FormatNode COLON = concat(new FormatNode.Text(":"), FormatNode.SPACE);
  private static final FormatNode COMMA =
      new FormatNode.IfBroken(FormatNode.NOTHING, new FormatNode.Text(","));

  private final Emitter emitter;
  private final ExpressionPrinter expressions;

  ObjectPrinter(Emitter emitter, ExpressionPrinter expressions) {
    this.emitter = emitter;
    this.expressions = expressions;
  }

  FormatNode print(ObjectLiteral object) {
    return print(FormatNode.NOTHING, object);
  }

  /** An object and what stands before it, which may depend on whether the object is broken. */
  private FormatNode print(FormatNode before, ObjectLiteral object) {
    int opening = emitter.tokens().takeHugging("{");
    boolean broken = emitter.tokens().isBrokenBehind(opening);
    List<FormatNode> parts = new ArrayList<>();
    for (Entry entry : object.entries()) {
      boolean first = parts.isEmpty();
      parts.add(first ? FormatNode.NOTHING : COMMA);
      int start = emitter.seek(entry);
      parts.add(broken ? itemStart(start, first) : FormatNode.LINE);
      parts.add(entry(entry));
    }
    return closed(before, opening, parts, broken);
  }

  private static FormatNode itemStart(int start, boolean first) {
    return new FormatNode.ItemStart(start, first ? BlankLine.NEVER : BlankLine.AS_WRITTEN);
  }

  private FormatNode closed(
      FormatNode before, int opening, List<FormatNode> entries, boolean broken) {
    int closing = emitter.tokens().takeClosing(opening, "}");
    boolean empty = entries.isEmpty();
    FormatNode end = broken ? FormatNode.HARD_LINE : FormatNode.LINE;
    entries.add(
        new FormatNode.Dangling(
            closing, broken && !empty ? BlankLine.AS_WRITTEN : BlankLine.NEVER));
    return FormatNode.group(
        before,
        new FormatNode.Token("{", opening),
        new FormatNode.Indent(new FormatNode.Concat(entries)),
        empty ? FormatNode.NOTHING : end,
        new FormatNode.Token("}", closing));
  }

  FormatNode keyPath(KeyPath path) {
    List<FormatNode> parts = new ArrayList<>();
    for (Name key : path.parts()) {
      if (!parts.isEmpty()) {
        parts.add(emitter.word("."));
      }
      parts.add(emitter.leaf(key, emitter.hasSource() ? "" : StringQuoting.key(key.text())));
    }
    return new FormatNode.Concat(parts);
  }

  private FormatNode entry(Entry entry) {
    return switch (entry) {
      case Entry.Field field when field.value() instanceof ObjectLiteral value ->
          concat(keyPath(field.key()), print(separator(field.key()), value));
      case Entry.Field field -> field(field);
      case Entry.Spread spread -> concat(emitter.word("..."), expressions.print(spread.value()));
      case Entry.Error error -> throw ExpressionPrinter.unprintable(error);
    };
  }

  private FormatNode field(Entry.Field field) {
    return concat(
        keyPath(field.key()), emitter.hug(":"), FormatNode.SPACE, expressions.print(field.value()));
  }

  /** {@code key { … }} on several lines, {@code key: { … }} on one. */
  private static FormatNode separator(KeyPath key) {
    return OPERATORS.contains(key.parts().getFirst().text())
        ? COLON
        : new FormatNode.IfBroken(FormatNode.SPACE, COLON);
  }
}
