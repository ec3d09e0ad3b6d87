package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read from a file.
 *
 * @param file the file as the user named it
 * @param text the text that all offsets count in, without a byte order mark
 * @param documents the objects in order; an object that a problem keeps from being built is missing
 * @param problems what is wrong, in order of documents
 */
public record Manifests(
    String file, String text, List<Document> documents, List<Problem> problems) {

  public Manifests {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /** The objects of a kind, in order. */
  public <T> Stream<T> objects(Class<T> kind) {
    return documents.stream()
        .filter(Document.Typed.class::isInstance)
        .map(document -> ((Document.Typed) document).object())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
