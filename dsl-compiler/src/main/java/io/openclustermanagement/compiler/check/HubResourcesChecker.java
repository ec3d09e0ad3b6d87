package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.compiler.Problems;
import io.openclustermanagement.compiler.program.HubResource;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of {@code hub resources}. Their objects are of any kind, and not looked into. */
final class HubResourcesChecker {
  private final Scope scope;
  private final Findings findings;

  HubResourcesChecker(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** The objects of all files that a module names, in order. */
  List<HubResource> check(SourceModule module) {
    List<HubResource> resources = new ArrayList<>();
    for (Declaration declaration : module.unit().declarations()) {
      if (declaration instanceof Declaration.HubResources each) {
        scope.files(each.path()).forEach(file -> read(file, resources));
      }
    }
    return resources;
  }

  private void read(SourceFile file, List<HubResource> resources) {
    Manifests manifests = ManifestReader.readGeneric(file.name(), file.text());
    manifests
        .problems()
        .forEach(problem -> findings.add(Problems.diagnostic(file, problem, Severity.ERROR)));
    for (Document document : manifests.documents()) {
      if (document instanceof Document.Foreign foreign) {
        resources.add(
            new HubResource(
                foreign.object(), Problems.span(file, foreign.positions().nearest("/kind"))));
      }
    }
  }
}
