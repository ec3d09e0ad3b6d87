package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The law of the import: what was imported builds to the objects that it came from. */
public final class RoundTrip {
  private RoundTrip() {}

  /** Compiles what an import wrote; what is no source is there for those that name it. */
  static CompilationResult compile(List<SourceFile> files) {
    List<SourceFile> sources = files.stream().filter(each -> each.name().endsWith(".ocm")).toList();
    return Compiler.compile(
        sources, new CompilerOptions(Target.NATIVE, Map.of(), SourceLoader.of(files)));
  }

  /**
   * What does not come back as it was: {@code Policy acme/x: /spec/disabled}. Clusters and their
   * scores are left out, because they become a fleet, which builds to nothing.
   *
   * @param manifests what was imported
   * @param options the options of the import
   * @param result what it gave
   */
  public static List<String> differences(
      List<Manifests> manifests, ImportOptions options, ImportResult result) {
    CompilationResult built =
        compile(
            result.files().stream().map(each -> new SourceFile(each.name(), each.text())).toList());
    List<String> differences = new ArrayList<>();
    built.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(each -> differences.add(each.summary()));
    Map<String, NormalForm> rest = new TreeMap<>();
    for (EmittedObject each : built.objects()) {
      rest.put(title(each.object()), NormalForm.of(each.object()));
    }
    Sources sources = Sources.of(manifests, options);
    for (Item<?> item : sources.all()) {
      if (!sources.isFact(item)) {
        compare(item, rest.remove(title(item.object())), differences);
      }
    }
    rest.keySet().forEach(title -> differences.add(title + ": was not there"));
    return differences;
  }

  private static void compare(
      Item<?> item, @org.jspecify.annotations.Nullable NormalForm built, List<String> differences) {
    if (built == null) {
      differences.add(item.title() + ": is gone");
      return;
    }
    NormalForm wanted = NormalForm.of(item.object());
    boolean same = built.equals(wanted) || built.equals(NormalForm.verbatim(item.object()));
    if (!same) {
      differences.add(item.title() + ": " + String.join(", ", wanted.differences(built)));
    }
  }

  private static String title(KubernetesObject object) {
    String namespace = object.metadata().namespace();
    return object.apiVersion()
        + " "
        + object.kind()
        + " "
        + (namespace == null ? "" : namespace + "/")
        + object.metadata().name();
  }
}
