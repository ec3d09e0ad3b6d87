package io.openclustermanagement.cli.output;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Fix;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Diagnostics as machines read them: the same members in every command, {@code code, severity,
 * summary, primary, related, notes, help, fixes, values}.
 */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /** One object per diagnostic. */
  public static List<Map<String, Object>> list(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(DiagnosticJson::object).toList();
  }

  private static Map<String, Object> object(Diagnostic diagnostic) {
    return Json.object()
        .put("code", diagnostic.code().id())
        .put("severity", severity(diagnostic))
        .put("summary", diagnostic.summary())
        .put("primary", label(diagnostic.primary()))
        .put("related", diagnostic.related().stream().map(DiagnosticJson::label).toList())
        .put("notes", diagnostic.notes())
        .put("help", diagnostic.help().orElse(null))
        .put("fixes", diagnostic.fixes().stream().map(DiagnosticJson::fix).toList())
        .put("values", diagnostic.values())
        .build();
  }

  static String severity(Diagnostic diagnostic) {
    return diagnostic.severity().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> label(Label label) {
    Json.Members members = place(label.span());
    return (label.text().isEmpty() ? members : members.put("text", label.text())).build();
  }

  private static Json.Members place(SourceSpan span) {
    return Json.object()
        .put("file", span.file().name())
        .put("line", span.line())
        .put("column", span.column())
        .put("endLine", span.endLine())
        .put("endColumn", span.endColumn());
  }

  private static Map<String, Object> fix(Fix fix) {
    return Json.object()
        .put("title", fix.title())
        .put("safe", fix.safe())
        .put("edits", fix.edits().stream().map(DiagnosticJson::edit).toList())
        .build();
  }

  private static Map<String, Object> edit(TextEdit edit) {
    return place(edit.span()).put("replacement", edit.replacement()).build();
  }
}
