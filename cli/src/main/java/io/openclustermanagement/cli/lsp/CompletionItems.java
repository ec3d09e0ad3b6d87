package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Collects proposals, each once, with the text that they replace. */
final class CompletionItems {
  private final Place at;
  private final int start;
  private final boolean inText;
  private final Map<String, CompletionItem> byLabel = new LinkedHashMap<>();

  /**
   * @param start where the word begins that is replaced
   */
  CompletionItems(Place at, int start) {
    this.at = at;
    this.start = start;
    this.inText = start > 0 && at.file().text().charAt(start - 1) == '"';
  }

  /** A proposal that is still being described. */
  record Proposal(CompletionItem item) {
    Proposal documented(String text) {
      if (!text.isEmpty()) {
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text));
      }
      return this;
    }

    Proposal detailed(String detail) {
      if (!detail.isEmpty()) {
        item.setDetail(detail);
      }
      return this;
    }

    Proposal inserting(String text) {
      TextEdit edit = item.getTextEdit().getLeft();
      item.setTextEdit(Either.forLeft(new TextEdit(edit.getRange(), text)));
      return this;
    }

    /** Replaces some characters more, which stand before the word. */
    Proposal replacingBefore(int characters, String filter) {
      TextEdit edit = item.getTextEdit().getLeft();
      var from = edit.getRange().getStart();
      from.setCharacter(from.getCharacter() - characters);
      item.setFilterText(filter);
      return this;
    }

    Proposal with(TextEdit elsewhere) {
      item.setAdditionalTextEdits(List.of(elsewhere));
      return this;
    }
  }

  /**
   * Adds a proposal.
   *
   * @param order what sorts it before or behind others
   */
  Proposal add(String label, CompletionItemKind kind, String order) {
    CompletionItem item = new CompletionItem(label);
    item.setKind(kind);
    item.setSortText(order + label);
    SourceSpan replaced = at.file().span(Math.min(start, at.offset()), at.offset());
    item.setTextEdit(Either.forLeft(new TextEdit(Positions.range(replaced), label)));
    byLabel.putIfAbsent(label, item); // What is found first is the closest.
    return new Proposal(item);
  }

  /** Adds the key of an object, in quotes if it needs them. */
  Proposal key(String key) {
    return add(key, CompletionItemKind.Property, "1")
        .inserting(inText || isWord(key) ? key : "\"" + key + "\"");
  }

  /** Adds a text, in quotes unless they stand there already. */
  Proposal text(String text) {
    return add(text, CompletionItemKind.Value, "0").inserting(inText ? text : "\"" + text + "\"");
  }

  /** Whether a key needs no quotes. */
  static boolean isWord(String key) {
    return key.matches("[a-zA-Z_][a-zA-Z0-9_]*(-[a-zA-Z0-9_]+)*");
  }

  List<CompletionItem> list() {
    return new ArrayList<>(byLabel.values());
  }
}
