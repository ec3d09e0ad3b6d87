package io.openclustermanagement.cli.lsp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.jspecify.annotations.Nullable;

/** Sends what is found in open documents and in what belongs to them, soon after a change. */
final class Publisher {
  /** Compiling takes less than a pause between two keys, but somebody who types has no need. */
  private static final long PAUSE_MILLISECONDS = 60;

  private final EditorSession editor;
  private final Map<String, List<Diagnostic>> published = new HashMap<>();
  private @Nullable Future<?> planned;

  Publisher(EditorSession editor) {
    this.editor = editor;
  }

  /** Plans to publish after a pause in the changes. */
  void soon() {
    if (planned != null) {
      planned.cancel(false);
    }
    planned = editor.requests().later("publishDiagnostics", PAUSE_MILLISECONDS, this::publish);
  }

  private void publish() {
    Map<String, List<Diagnostic>> found = new LinkedHashMap<>();
    for (Document open : editor.documents().open()) {
      Project project = editor.projects().of(open);
      found.put(open.uri(), Diagnostics.of(project, open));
      for (Document other : project.documents()) {
        found.computeIfAbsent(other.uri(), _ -> Diagnostics.of(project, other));
      }
    }
    published.keySet().forEach(uri -> found.putIfAbsent(uri, List.of()));
    found.forEach(this::publish);
    published.values().removeIf(List::isEmpty);
  }

  private void publish(String uri, List<Diagnostic> diagnostics) {
    List<Diagnostic> before = published.put(uri, diagnostics);
    boolean open = editor.documents().open().stream().anyMatch(each -> each.uri().equals(uri));
    if (open || !diagnostics.equals(before == null ? List.of() : before)) {
      editor.client().publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics));
    }
  }
}
