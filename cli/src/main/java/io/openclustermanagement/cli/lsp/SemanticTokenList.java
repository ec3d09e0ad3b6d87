package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.NameIndex;
import io.openclustermanagement.compiler.check.NameIndex.Entry;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.Keywords;
import io.openclustermanagement.dsl.parser.SourceToken;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.SemanticTokens;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a document with what they are. A word that is a keyword in one place is a name in
 * another; only the syntax tree tells which.
 */
final class SemanticTokenList {
  private static final Set<String> WORDS = words();

  private final SourceFile file;
  private final TreeMap<Integer, Stretch> names = new TreeMap<>();
  private final List<Integer> data = new ArrayList<>();
  private int lastLine;
  private int lastColumn;

  /** The stretch of a name and what it is; null where nothing is known of it. */
  private record Stretch(int end, @Nullable SemanticTokenTypes type, int modifiers) {}

  SemanticTokenList(Document document, NameIndex index) {
    this.file = document.file();
    Nodes.walk(document.tree(), this::add);
    for (Map.Entry<SourceSpan, Entry> each : index.names(file).entrySet()) {
      boolean declared = each.getKey().equals(each.getValue().at());
      SemanticTokenTypes type = SemanticTokenTypes.of(each.getValue().kind());
      put(each.getKey(), type, declared ? SemanticTokenTypes.DECLARATION : 0);
    }
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>(Keywords.soft());
    words.addAll(Keywords.hard());
    return words;
  }

  private void add(Node node) {
    switch (node) {
      case Name name ->
          names.putIfAbsent(name.span().start(), new Stretch(name.span().end(), null, 0));
      case Expression.Identifier identifier ->
          put(identifier.span(), SemanticTokenTypes.VARIABLE, 0);
      case Expression.FieldAccess access ->
          put(access.field().span(), SemanticTokenTypes.PROPERTY, 0);
      case KeyPath path ->
          Nodes.children(path).forEach(key -> put(key.span(), SemanticTokenTypes.PROPERTY, 0));
      case TypeName type -> put(type.name().span(), SemanticTokenTypes.TYPE, 0);
      case KindName kind -> put(kind.span(), SemanticTokenTypes.TYPE, 0);
      default -> {}
    }
  }

  private void put(SourceSpan span, SemanticTokenTypes type, int modifiers) {
    names.put(span.start(), new Stretch(span.end(), type, modifiers));
  }

  SemanticTokens tokens() {
    int done = 0;
    for (SourceToken token : SourceToken.of(file)) {
      if (token.start() >= done) {
        done = token(token);
      }
    }
    return new SemanticTokens(data);
  }

  /** Adds a token; where the next one may begin. */
  private int token(SourceToken token) {
    Stretch name = names.get(token.start());
    char first = token.text().charAt(0);
    if (token.comment()) {
      boolean doc = token.text().startsWith("///");
      stretch(
          token.start(),
          token.end(),
          SemanticTokenTypes.COMMENT,
          doc ? SemanticTokenTypes.DOCUMENTATION : 0);
    } else if (name != null && first != '"') {
      if (name.type() != null) {
        stretch(token.start(), name.end(), name.type(), name.modifiers());
      }
      return Math.max(name.end(), token.end());
    } else if (first == '"') {
      string(token, name == null ? SemanticTokenTypes.STRING : SemanticTokenTypes.PROPERTY);
    } else if (WORDS.contains(token.text())) {
      stretch(token.start(), token.end(), SemanticTokenTypes.KEYWORD, 0);
    } else if (Character.isDigit(first) || isVersion(token.text())) {
      stretch(token.start(), token.end(), SemanticTokenTypes.NUMBER, 0);
    } else if ("=!<>+-*/".indexOf(first) >= 0) {
      stretch(token.start(), token.end(), SemanticTokenTypes.OPERATOR, 0);
    }
    return token.end();
  }

  private static boolean isVersion(String text) {
    return text.length() > 1 && text.charAt(0) == 'v' && Character.isDigit(text.charAt(1));
  }

  /** A string, with the names that stand in its interpolations. */
  private void string(SourceToken token, SemanticTokenTypes type) {
    int done = token.start();
    for (Map.Entry<Integer, Stretch> inside :
        names.subMap(token.start(), false, token.end(), false).entrySet()) {
      Stretch name = inside.getValue();
      if (name.type() != null && inside.getKey() >= done) {
        stretch(done, inside.getKey(), type, 0);
        stretch(inside.getKey(), name.end(), name.type(), name.modifiers());
        done = name.end();
      }
    }
    stretch(done, token.end(), type, 0);
  }

  /** Adds a stretch line by line, as the protocol has no longer ones. */
  private void stretch(int start, int end, SemanticTokenTypes type, int modifiers) {
    int from = start;
    while (from < end) {
      int line = file.line(from);
      int lineEnd = file.offset(line, 1) + file.lineText(line).length();
      int to = Math.min(end, lineEnd);
      if (to > from) {
        emit(line - 1, file.column(from) - 1, to - from, type, modifiers);
      }
      from = file.offset(line + 1, 1);
      if (file.line(from) == line) {
        return;
      }
    }
  }

  private void emit(int line, int column, int length, SemanticTokenTypes type, int modifiers) {
    data.add(line - lastLine);
    data.add(line == lastLine ? column - lastColumn : column);
    data.add(length);
    data.add(type.number());
    data.add(modifiers);
    lastLine = line;
    lastColumn = column;
  }
}
