package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.Analysis;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.check.NameIndex;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Documents that belong together because they import each other. They are compiled when something
 * is asked that needs it.
 */
final class Project {
  private final List<Document> documents;
  private final List<Document> shadowed;
  private final CompilerOptions options;
  private @Nullable Analysis analysis;

  /**
   * @param documents all of them; the one that the project was made for comes first
   * @param shadowed documents that belong to it as well, but declare a module that another one does
   */
  Project(List<Document> documents, List<Document> shadowed, CompilerOptions options) {
    this.documents = List.copyOf(documents);
    this.shadowed = List.copyOf(shadowed);
    this.options = options;
  }

  List<Document> documents() {
    return documents;
  }

  List<Document> shadowed() {
    return shadowed;
  }

  private Analysis analysis() {
    Analysis known = analysis;
    if (known == null) {
      known = Compiler.analyze(documents.stream().map(Document::file).toList(), options);
      analysis = known;
    }
    return known;
  }

  CompilationResult result() {
    return analysis().result();
  }

  NameIndex names() {
    return analysis().names();
  }

  /** The same project with other texts; the document with the first of them comes first. */
  Project with(List<Document> changed) {
    List<Document> all = new ArrayList<>(changed);
    documents.stream()
        .filter(each -> changed.stream().noneMatch(other -> other.uri().equals(each.uri())))
        .forEach(all::add);
    return new Project(all, List.of(), options);
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
