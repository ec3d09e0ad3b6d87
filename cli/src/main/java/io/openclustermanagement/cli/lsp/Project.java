package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.Analysis;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.check.NameIndex;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Documents that belong together because they import each other, compiled.
 *
 * @param documents all of them; the one that the project was made for comes first
 * @param shadowed documents that belong to it as well, but declare a module that another one does
 */
record Project(List<Document> documents, List<Document> shadowed, Analysis analysis) {

  Project {
    documents = List.copyOf(documents);
    shadowed = List.copyOf(shadowed);
  }

  CompilationResult result() {
    return analysis.result();
  }

  NameIndex names() {
    return analysis.names();
  }

  /** The document that a source is the text of. */
  Optional<Document> document(SourceFile file) {
    return documents.stream().filter(each -> each.file() == file).findFirst();
  }

  /** What was found in a document. */
  List<Diagnostic> diagnostics(Document document) {
    return result().diagnostics().stream()
        .filter(each -> each.primary().span().file() == document.file())
        .toList();
  }
}
