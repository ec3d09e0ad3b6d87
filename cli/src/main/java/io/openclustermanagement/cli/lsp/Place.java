package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Node;

/** A place in a document that is asked about. */
record Place(Project project, Document document, int offset) {
  SourceFile file() {
    return document.file();
  }

  /** Whether the place is in a node of the document, or at one of its ends. */
  boolean isIn(Node node) {
    return node.span().start() <= offset && offset <= node.span().end();
  }
}
