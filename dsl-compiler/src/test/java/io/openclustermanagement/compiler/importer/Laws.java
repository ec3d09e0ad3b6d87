package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Import and build as functions of texts. */
final class Laws {
  private Laws() {}

  static ImportResult imported(String yaml) {
    return imported(yaml, new Verdicts());
  }

  /**
   * @param verdicts tell afterwards what was not taken at the first attempt
   */
  static ImportResult imported(String yaml, Verdicts verdicts) {
    var manifests = ManifestReader.read("objects.yaml", yaml);
    return Importer.importSources(Sources.of(List.of(manifests)), verdicts);
  }

  /** The objects that sources compile to; they must compile. */
  static List<KubernetesObject> built(List<GeneratedFile> files) {
    List<SourceFile> sources =
        files.stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    CompilationResult result = RoundTrip.compile(sources);
    assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(result.hasErrors()).isFalse();
    return result.objects().stream().map(EmittedObject::object).toList();
  }

  static String yaml(List<? extends KubernetesObject> objects) {
    return ManifestWriter.yaml(objects);
  }

  /** Normal forms by kind, namespace and name. */
  static Map<String, NormalForm> normalForms(List<? extends KubernetesObject> objects) {
    Map<String, NormalForm> forms = new TreeMap<>();
    for (KubernetesObject object : objects) {
      forms.put(title(object), NormalForm.of(object));
    }
    assertThat(forms).hasSameSizeAs(objects);
    return forms;
  }

  static String title(KubernetesObject object) {
    String namespace = Objects.requireNonNullElse(object.metadata().namespace(), "");
    return object.kind()
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + object.metadata().name();
  }
}
