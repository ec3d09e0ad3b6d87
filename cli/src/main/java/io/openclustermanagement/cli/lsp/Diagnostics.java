package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** Findings as editors show them. */
final class Diagnostics {
  private static final String SOURCE = "ocm";

  /** Where the launcher says that this program is installed, with its documentation. */
  private static final String HOME = System.getProperty("ocm.home", "");

  private Diagnostics() {}

  /** What was found in a document. */
  static List<org.eclipse.lsp4j.Diagnostic> of(Project project, Document document) {
    return project.diagnostics(document).stream().map(each -> of(project, each)).toList();
  }

  static org.eclipse.lsp4j.Diagnostic of(Project project, Diagnostic finding) {
    var shown =
        new org.eclipse.lsp4j.Diagnostic(
            Positions.range(finding.primary().span()), text(finding), severity(finding), SOURCE);
    shown.setCode(finding.code().id());
    page(finding.code())
        .ifPresent(page -> shown.setCodeDescription(new DiagnosticCodeDescription(page)));
    List<DiagnosticRelatedInformation> related = related(project, finding);
    if (!related.isEmpty()) {
      shown.setRelatedInformation(related);
    }
    if (isUnused(finding.code())) {
      shown.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    return shown;
  }

  /** All that a person needs, as editors show no more than one text. */
  private static String text(Diagnostic finding) {
    StringBuilder text = new StringBuilder(finding.summary());
    if (!finding.primary().text().isEmpty()) {
      text.append(" (").append(finding.primary().text()).append(')');
    }
    finding.notes().forEach(note -> text.append("\nnote: ").append(note));
    finding.help().ifPresent(help -> text.append("\nhelp: ").append(help));
    return text.toString();
  }

  private static DiagnosticSeverity severity(Diagnostic finding) {
    return switch (finding.severity()) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
    };
  }

  private static List<DiagnosticRelatedInformation> related(Project project, Diagnostic finding) {
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (Label label : finding.related()) {
      location(project, label.span())
          .ifPresent(at -> related.add(new DiagnosticRelatedInformation(at, label.text())));
    }
    return related;
  }

  /** Where a place is for the client. */
  static Optional<Location> location(Project project, SourceSpan span) {
    return project
        .document(span.file())
        .map(document -> new Location(document.uri(), Positions.range(span)));
  }

  private static boolean isUnused(Code code) {
    return switch (code) {
      case UNUSED_IMPORT, UNUSED_PARAM, UNUSED_FUN -> true;
      default -> false;
    };
  }

  /** The documentation of a code, if it is installed. */
  private static Optional<String> page(Code code) {
    if (HOME.isEmpty()) {
      return Optional.empty();
    }
    Path page = Path.of(HOME, "docs", "diagnostics", code.id() + ".md");
    return Files.isReadable(page) ? Optional.of(page.toUri().toString()) : Optional.empty();
  }
}
