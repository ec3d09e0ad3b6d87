package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns upstream objects into {@code .ocm} modules: cluster sets with their bindings, placements,
 * policies with their sets and bindings, and clusters with their scores as a fleet to test with.
 * What the language has no words for is carried in YAML files that the modules name: a template of
 * a policy with {@code require from}, an object with {@code hub resources from}. A PolicyGenerator
 * is expanded first, so that what it writes comes in its place.
 *
 * <p>Every attempt is compiled and compared with the objects it came from. An object that does not
 * come back with the same {@link NormalForm} is tried once more with its CEL expressions as text,
 * and then refused. So what is written always compiles, and always to the same objects.
 */
public final class Importer {
  private Importer() {}

  /**
   * Imports the objects of some files together: bindings find their sets in other files.
   *
   * @param manifests the files as read; what is wrong with them is not repeated here
   */
  public static ImportResult importObjects(List<Manifests> manifests) {
    return importObjects(manifests, ImportOptions.DEFAULT);
  }

  /** The same with options. */
  public static ImportResult importObjects(List<Manifests> manifests, ImportOptions options) {
    return importSources(Sources.of(manifests, options), new Verdicts());
  }

  static ImportResult importSources(Sources sources, Verdicts verdicts) {
    for (Item<KubernetesObject> item : sources.others()) {
      Reasons reasons = new Reasons(item);
      sources.explain(item, reasons);
      verdicts.acceptOrCarry(item, reasons);
    }
    Draft.Written written = Draft.write(sources, verdicts);
    while (Verification.refused(written, sources, verdicts)) {
      written = Draft.write(sources, verdicts);
    }
    List<GeneratedFile> files = new ArrayList<>(written.files());
    files.sort(Comparator.comparing(GeneratedFile::name));
    List<Diagnostic> diagnostics = new ArrayList<>(sources.diagnostics());
    diagnostics.addAll(verdicts.diagnostics());
    return new ImportResult(files, sorted(diagnostics, sources.files()));
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics, List<SourceFile> files) {
    Map<SourceFile, Integer> order = new HashMap<>();
    files.forEach(file -> order.put(file, order.size()));
    return diagnostics.stream()
        .sorted(
            Comparator.comparingInt(
                    (Diagnostic each) -> order.getOrDefault(each.primary().span().file(), 0))
                .thenComparingInt(each -> each.primary().span().start()))
        .toList();
  }
}
