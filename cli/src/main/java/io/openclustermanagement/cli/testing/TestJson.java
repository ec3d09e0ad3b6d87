package io.openclustermanagement.cli.testing;

import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.testing.TestResult.Failure;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results of tests as JSON. */
public final class TestJson {
  private TestJson() {}

  /** One object per test. */
  public static List<Map<String, Object>> list(List<TestResult> results) {
    return results.stream().map(TestJson::object).toList();
  }

  private static Map<String, Object> object(TestResult result) {
    return Json.object()
        .put("module", result.test().module())
        .put("fleet", result.test().fleet().name().name())
        .put("title", result.test().title())
        .put("outcome", result.outcome().name().toLowerCase(Locale.ROOT))
        .put("source", place(result.test().origin().span()))
        .putUnlessEmpty("failures", result.failures().stream().map(TestJson::failure).toList())
        .putUnlessEmpty("notRun", result.notRun().stream().map(TestJson::place).toList())
        .build();
  }

  private static Map<String, Object> failure(Failure failure) {
    return Json.object()
        .put("code", Code.EXPECTATION_FAILED.id())
        .put("source", place(failure.place()))
        .put("expected", failure.expected())
        .put("actual", failure.actual())
        .put("details", failure.details())
        .build();
  }

  private static Map<String, Object> place(SourceSpan span) {
    return Json.object()
        .put("file", span.file().name())
        .put("line", span.line())
        .put("column", span.column())
        .build();
  }
}
