package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.compiler.Problems;
import io.openclustermanagement.compiler.lint.LintedObject;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects as YAML: reads them with their places, and writes them. */
public final class YamlObjects {
  private YamlObjects() {}

  /** Reads the objects of a file that are of known kinds. */
  public static List<SourceObject> read(
      SourceFile file, Strictness strictness, List<Diagnostic> diagnostics) {
    return objects(file, manifests(file, strictness, diagnostics));
  }

  /** The objects of a file that are of known kinds. */
  static List<SourceObject> objects(SourceFile file, Manifests manifests) {
    List<SourceObject> objects = new ArrayList<>();
    for (Document document : manifests.documents()) {
      if (document instanceof Document.Typed(KubernetesObject object, var positions)) {
        SourceSpan place = Problems.span(file, positions.nearest("/metadata/name"));
        objects.add(new SourceObject(object, place, Optional.empty()));
      }
    }
    return objects;
  }

  /** The objects of a file that are of other kinds. */
  static List<GenericObject> others(Manifests manifests) {
    return manifests.documents().stream()
        .map(Document::object)
        .filter(GenericObject.class::isInstance)
        .map(GenericObject.class::cast)
        .toList();
  }

  /** The same with the places of all parts, for a linter. */
  static List<LintedObject> linted(SourceFile file, Manifests manifests) {
    List<LintedObject> objects = new ArrayList<>();
    for (Document document : manifests.documents()) {
      if (document instanceof Document.Typed(KubernetesObject object, var positions)) {
        objects.add(
            new LintedObject(
                object, false, pointer -> Problems.span(file, positions.nearest(pointer))));
      }
    }
    return objects;
  }

  /** All documents of a file. */
  public static Manifests manifests(
      SourceFile file, Strictness strictness, List<Diagnostic> diagnostics) {
    Manifests manifests = ManifestReader.read(file.name(), file.text());
    manifests
        .problems()
        .forEach(
            problem ->
                diagnostics.add(Problems.diagnostic(file, problem, severity(problem, strictness))));
    return manifests;
  }

  /** The objects as a stream of documents. */
  public static String write(List<? extends KubernetesObject> objects) {
    return ManifestWriter.yaml(objects);
  }

  private static Severity severity(Problem problem, Strictness strictness) {
    boolean unknown =
        switch (problem.kind()) {
          case UNKNOWN_FIELD, MANIFEST_KIND_UNKNOWN, MANIFEST_VERSION_UNKNOWN -> true;
          default -> false;
        };
    return unknown && strictness == Strictness.FLEET ? Severity.WARNING : Severity.ERROR;
  }
}
