package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.explain.Explanation;
import io.openclustermanagement.compiler.explain.Explanations;
import io.openclustermanagement.compiler.program.Fidelity;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** Where each construct runs, above it, in the words of {@code ocm build --explain}. */
final class CodeLenses {

  private CodeLenses() {}

  /** The lenses of a document; none while the sources have errors. */
  static List<CodeLens> of(Project sources, Document document) {
    List<CodeLens> lenses = new ArrayList<>();
    if (!sources.result().hasErrors()) {
      Explanations.of(sources.result().program()).forEach(each -> collect(each, document, lenses));
    }
    return lenses;
  }

  private static void collect(Explanation explanation, Document document, List<CodeLens> lenses) {
    if (explanation.span().file() == document.file()) {
      // A command without a name is shown, and does nothing.
      lenses.add(
          new CodeLens(
              Positions.range(explanation.span()), new Command(text(explanation), ""), null));
    }
    explanation.parts().forEach(part -> collect(part, document, lenses));
  }

  private static String text(Explanation explanation) {
    return letter(explanation.fidelity()) + ": " + explanation.runs();
  }

  private static String letter(Fidelity fidelity) {
    return switch (fidelity) {
      case PORTABLE -> "P";
      case NATIVE -> "N";
      case HUB -> "H";
    };
  }
}
