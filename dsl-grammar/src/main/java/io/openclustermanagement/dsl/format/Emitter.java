package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.group;
import static io.openclustermanagement.dsl.format.FormatNode.indent;

import io.openclustermanagement.dsl.format.FormatNode.BlankLine;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents out of tokens. Printers call it in the order in which tokens are written, so that
 * each finds its place in the source.
 */
final class Emitter {

  private final TokenCursor tokens;

  Emitter(TokenCursor tokens) {
    this.tokens = tokens;
  }

  boolean hasSource() {
    return tokens.hasSource();
  }

  TokenCursor tokens() {
    return tokens;
  }

  /** Goes to where a node begins; gives the index of its first token. */
  int seek(Node node) {
    return hasSource() ? tokens.seek(node.span().start()) : FormatNode.NONE;
  }

  /** Goes to a word before a node; gives its index. */
  int seekBefore(Node node, String word) {
    return hasSource() ? tokens.seekBefore(node.span().start(), word) : FormatNode.NONE;
  }

  /** Whether the author broke the line behind the next token. */
  boolean isBrokenAhead(String text) {
    return tokens.isBrokenBehind(tokens.find(text));
  }

  FormatNode word(String text) {
    return new FormatNode.Token(text, tokens.take(text));
  }

  /** Several words with a space between them. */
  FormatNode words(String... texts) {
    List<FormatNode> parts = new ArrayList<>();
    for (String text : texts) {
      if (!parts.isEmpty()) {
        parts.add(FormatNode.SPACE);
      }
      parts.add(word(text));
    }
    return new FormatNode.Concat(parts);
  }

  /** Punctuation that stays with the token before it. */
  FormatNode hug(String text) {
    return new FormatNode.Token(text, tokens.takeHugging(text));
  }

  /** A node of one token: as it is written, or as given if there is no source. */
  FormatNode leaf(Node node, String text) {
    return word(hasSource() ? node.span().text() : text);
  }

  FormatNode name(Name name) {
    return word(name.text());
  }

  FormatNode qualified(QualifiedName name) {
    List<FormatNode> parts = new ArrayList<>();
    for (Name part : name.parts()) {
      if (!parts.isEmpty()) {
        parts.add(word("."));
      }
      parts.add(name(part));
    }
    return new FormatNode.Concat(parts);
  }

  FormatNode kind(KindName kind) {
    return concat(word(kind.kind()), apiVersion(kind.apiVersion()));
  }

  FormatNode kinds(List<KindName> kinds) {
    return commaSeparated(kinds, this::kind);
  }

  /** An API version with the at sign before it, if there is one. */
  FormatNode apiVersion(@Nullable String apiVersion) {
    if (apiVersion == null) {
      return FormatNode.NOTHING;
    }
    List<FormatNode> parts = new ArrayList<>();
    parts.add(word("@"));
    int start = 0;
    for (int i = 0; i <= apiVersion.length(); i++) {
      boolean end = i == apiVersion.length();
      if (end || apiVersion.charAt(i) == '.' || apiVersion.charAt(i) == '/') {
        parts.add(word(apiVersion.substring(start, i)));
        parts.add(end ? FormatNode.NOTHING : word(apiVersion.substring(i, i + 1)));
        start = i + 1;
      }
    }
    return new FormatNode.Concat(parts);
  }

  /** Names with commas, which wrap one below the other. */
  FormatNode names(List<QualifiedName> names) {
    return commaSeparated(names, this::qualified);
  }

  /** Names in brackets; a single one may do without them. */
  FormatNode nameList(List<QualifiedName> names) {
    boolean bare = names.size() == 1 && !tokens.isNext("[");
    return bare ? qualified(names.getFirst()) : list("[", names, this::qualified, "]");
  }

  <T> FormatNode commaSeparated(List<T> items, Function<T, FormatNode> print) {
    List<FormatNode> rest = new ArrayList<>();
    FormatNode first = print.apply(items.getFirst());
    for (T item : items.subList(1, items.size())) {
      rest.add(hug(","));
      rest.add(FormatNode.LINE);
      rest.add(print.apply(item));
    }
    return rest.isEmpty()
        ? first
        : group(first, new FormatNode.Indent(new FormatNode.Concat(rest)));
  }

  /** Items in brackets: on one line, or each on its own. */
  <T> FormatNode list(String open, List<T> items, Function<T, FormatNode> print, String close) {
    int opening = tokens.take(open);
    List<FormatNode> parts = new ArrayList<>();
    for (T item : items) {
      if (!parts.isEmpty()) {
        parts.add(hug(","));
        parts.add(FormatNode.LINE);
      }
      parts.add(print.apply(item));
    }
    return bracketed(open, opening, new FormatNode.Concat(parts), !items.isEmpty(), close);
  }

  private FormatNode bracketed(
      String open, int opening, FormatNode content, boolean hasItems, String close) {
    int closing = tokens.takeClosing(opening, close);
    FormatNode line = hasItems ? FormatNode.SOFT_LINE : FormatNode.NOTHING;
    return group(
        new FormatNode.Token(open, opening),
        indent(line, content, new FormatNode.Dangling(closing, BlankLine.NEVER)),
        line,
        new FormatNode.Token(close, closing));
  }

  /** A single item in brackets that has brackets of its own, which open and close with these. */
  FormatNode hugged(String open, Supplier<FormatNode> item, String close) {
    int opening = tokens.take(open);
    FormatNode printed = item.get();
    int closing = tokens.takeClosing(opening, close);
    return concat(
        new FormatNode.Token(open, opening),
        printed,
        new FormatNode.Dangling(closing, BlankLine.NEVER),
        new FormatNode.Token(close, closing));
  }

  /** Clauses in braces, each on its own line. */
  <T extends Node> FormatNode block(List<T> items, Function<T, FormatNode> print) {
    int opening = tokens.takeHugging("{");
    List<FormatNode> parts = new ArrayList<>();
    for (T item : items) {
      BlankLine blank = parts.isEmpty() ? BlankLine.NEVER : BlankLine.AS_WRITTEN;
      parts.add(new FormatNode.ItemStart(seek(item), blank));
      parts.add(print.apply(item));
    }
    return closed(opening, parts);
  }

  /** The end of a block whose items begin with {@link FormatNode.ItemStart}. */
  FormatNode closed(int opening, List<FormatNode> items) {
    int closing = tokens.takeClosing(opening, "}");
    BlankLine blank = items.isEmpty() ? BlankLine.NEVER : BlankLine.AS_WRITTEN;
    items.add(new FormatNode.Dangling(closing, blank));
    return concat(
        new FormatNode.Token("{", opening),
        new FormatNode.Indent(new FormatNode.Concat(items)),
        items.size() == 1 ? FormatNode.NOTHING : FormatNode.HARD_LINE,
        new FormatNode.Token("}", closing));
  }

  /** The lines of a documentation comment; with a source they are among its comments. */
  FormatNode doc(@Nullable DocComment doc) {
    if (doc == null || hasSource()) {
      return FormatNode.NOTHING;
    }
    List<FormatNode> lines = new ArrayList<>();
    for (String line : doc.lines()) {
      lines.add(new FormatNode.Text(line.isEmpty() ? "///" : "/// " + line));
      lines.add(FormatNode.HARD_LINE);
    }
    return new FormatNode.Concat(lines);
  }
}
