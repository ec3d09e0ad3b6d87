package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.SchemaFile;
import io.openclustermanagement.compiler.Problems;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Import;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that the modules of a compilation see. A file is read once. */
final class Schemas {

  private final SourceLoader loader;
  private final NamedFiles files;
  private final Findings findings;
  private final Map<String, List<ResourceType>> read = new HashMap<>();
  private final Set<UncheckedKind> unchecked = new LinkedHashSet<>();
  private @Nullable KubernetesSchemas common;

  Schemas(SourceLoader loader, NamedFiles files, Findings findings) {
    this.loader = loader;
    this.files = files;
    this.findings = findings;
  }

  /** The kinds of a module. */
  Kinds of(SourceModule module) {
    return new Kinds(() -> common().with(imported(module)), findings, unchecked::add);
  }

  /** The kinds that have been named so far and whose schema is not known. */
  List<UncheckedKind> unchecked() {
    return List.copyOf(unchecked);
  }

  private KubernetesSchemas common() {
    KubernetesSchemas known = common;
    if (known == null) {
      List<ResourceType> given = new ArrayList<>();
      loader.schemas().forEach(file -> given.addAll(types(file)));
      known = KubernetesSchemas.builtIn().with(given);
      common = known;
    }
    return known;
  }

  private List<ResourceType> imported(SourceModule module) {
    List<ResourceType> types = new ArrayList<>();
    for (Import each : module.unit().imports()) {
      if (each instanceof Import.Crd crd) {
        files
            .find(module.source(), crd.file())
            .forEach(file -> types.addAll(imported(file, crd.file().span())));
      }
    }
    return types;
  }

  private List<ResourceType> imported(SourceFile file, SourceSpan place) {
    int before = findings.errors();
    List<ResourceType> types = types(file);
    if (types.isEmpty() && findings.errors() == before) {
      findings.add(
          Diagnostic.error(
                  Code.UNREADABLE_FILE, place, "`%s` describes no kind.".formatted(file.name()))
              .help("name a file with a CustomResourceDefinition."));
    }
    return types;
  }

  private List<ResourceType> types(SourceFile file) {
    return read.computeIfAbsent(file.name(), _ -> parse(file));
  }

  private List<ResourceType> parse(SourceFile file) {
    SchemaFile schema = SchemaFile.read(file.name(), file.text());
    schema
        .problems()
        .forEach(problem -> findings.add(Problems.diagnostic(file, problem, Severity.ERROR)));
    return schema.types();
  }
}
