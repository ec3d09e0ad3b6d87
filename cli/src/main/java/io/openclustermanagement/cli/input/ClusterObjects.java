package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.compiler.Problems;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The objects of a cluster, of whatever kind. */
public final class ClusterObjects {
  private ClusterObjects() {}

  /**
   * Reads files and directories.
   *
   * @param diagnostics gets what is wrong with them
   * @throws io.openclustermanagement.cli.OutsideException if a path cannot be read
   * @throws io.openclustermanagement.cli.args.UsageException if a path leads to no file
   */
  public static List<GenericObject> read(
      Session session, List<String> paths, List<Diagnostic> diagnostics) {
    FileReader reader = new FileReader(session, diagnostics);
    List<GenericObject> objects = new ArrayList<>();
    for (InputFile file : InputFiles.find(session.directory(), paths, EnumSet.of(Language.YAML))) {
      reader.read(file).ifPresent(text -> objects.addAll(objects(text, diagnostics)));
    }
    return objects;
  }

  private static List<GenericObject> objects(SourceFile file, List<Diagnostic> diagnostics) {
    Manifests manifests = ManifestReader.readGeneric(file.name(), file.text());
    manifests
        .problems()
        .forEach(problem -> diagnostics.add(Problems.diagnostic(file, problem, Severity.ERROR)));
    return manifests.documents().stream()
        .map(Document::object)
        .filter(GenericObject.class::isInstance)
        .map(GenericObject.class::cast)
        .toList();
  }
}
