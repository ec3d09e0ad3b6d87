package io.openclustermanagement.cli.output;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;

/** Diagnostics as SARIF 2.1.0 (OASIS), which code hosting services show beside the lines. */
public final class Sarif {
  private Sarif() {}

  /** A log with one run; rules are the codes that occur. */
  public static Map<String, Object> log(String version, List<Diagnostic> diagnostics) {
    Map<String, Object> driver =
        Json.object()
            .put("name", "ocm")
            .put("version", version)
            .put("rules", rules(diagnostics))
            .build();
    Map<String, Object> run =
        Json.object()
            .put("tool", Map.of("driver", driver))
            .put("columnKind", "utf16CodeUnits")
            .put("results", diagnostics.stream().map(Sarif::result).toList())
            .build();
    return Json.object()
        .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .put("version", "2.1.0")
        .put("runs", List.of(run))
        .build();
  }

  private static List<Map<String, Object>> rules(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).distinct().sorted().map(Sarif::rule).toList();
  }

  private static Map<String, Object> rule(Code code) {
    return Json.object()
        .put("id", code.id())
        .put("shortDescription", Map.of("text", code.title()))
        .build();
  }

  private static Map<String, Object> result(Diagnostic diagnostic) {
    return Json.object()
        .put("ruleId", diagnostic.code().id())
        .put("level", level(diagnostic.severity()))
        .put("message", Map.of("text", message(diagnostic)))
        .put("locations", List.of(location(diagnostic.primary())))
        .putUnlessEmpty(
            "relatedLocations", diagnostic.related().stream().map(Sarif::location).toList())
        .build();
  }

  private static String message(Diagnostic diagnostic) {
    return diagnostic.summary() + diagnostic.help().map(help -> " Help: " + help).orElse("");
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static Map<String, Object> location(Label label) {
    SourceSpan span = label.span();
    Map<String, Object> region =
        Json.object()
            .put("startLine", span.line())
            .put("startColumn", span.column())
            .put("endLine", span.endLine())
            .put("endColumn", span.endColumn())
            .build();
    Map<String, Object> physical =
        Json.object()
            .put("artifactLocation", Map.of("uri", span.file().name().replace(" ", "%20")))
            .put("region", region)
            .build();
    Json.Members members = Json.object().put("physicalLocation", physical);
    return (label.text().isEmpty() ? members : members.put("message", Map.of("text", label.text())))
        .build();
  }
}
