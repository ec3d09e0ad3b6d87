package io.openclustermanagement.cli.output;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;

/** Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines. */
public final class GitHubAnnotations {
  private GitHubAnnotations() {}

  /** One line, such as {@code ::error file=a.ocm,line=3,…::Summary.} */
  public static String line(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.primary().span();
    String help = diagnostic.help().map(text -> "\nhelp: " + text).orElse("");
    return "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s%n"
        .formatted(
            level(diagnostic.severity()),
            property(span.file().name()),
            span.line(),
            span.column(),
            span.endLine(),
            span.endColumn(),
            diagnostic.code().id(),
            data(diagnostic.summary() + help));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
