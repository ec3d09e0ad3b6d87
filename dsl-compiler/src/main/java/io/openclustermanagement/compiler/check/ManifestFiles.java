package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.ObjectValidation;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.api.yaml.Positions;
import io.openclustermanagement.compiler.Problems;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources of files that a source names, and checks them as those written in it. */
final class ManifestFiles {

  private final Context context;
  private final Findings findings;
  private final Purpose purpose;

  ManifestFiles(Context context, Purpose purpose) {
    this.context = context;
    this.findings = context.findings();
    this.purpose = purpose;
  }

  /** The manifests of the files; those that are wrong are missing, after a report. */
  List<Manifest> read(Resource.FromFile from) {
    List<Manifest> manifests = new ArrayList<>();
    context.scope().files(from.path()).forEach(file -> read(file, from, manifests));
    return manifests;
  }

  private void read(SourceFile file, Resource.FromFile from, List<Manifest> manifests) {
    Manifests read = ManifestReader.readGeneric(file.name(), file.text());
    read.problems()
        .forEach(problem -> findings.add(Problems.diagnostic(file, problem, Severity.ERROR)));
    for (Document document : read.documents()) {
      if (document instanceof Document.Foreign(GenericObject object, Positions positions)) {
        manifests.add(manifest(file, object, positions, from));
      }
    }
  }

  private Manifest manifest(
      SourceFile file, GenericObject object, Positions positions, Resource.FromFile from) {
    Optional<ResourceType> type =
        context.scope().kinds().schemas().find(object.apiVersion(), object.kind());
    type.ifPresent(known -> check(file, object, positions, known));
    return new Manifest(
        new KindReference(object.apiVersion(), object.kind(), type, from.path().at()),
        object.content(),
        Map.of(),
        spans(file, object.content(), positions),
        from.path().at());
  }

  private void check(
      SourceFile file, GenericObject object, Positions positions, ResourceType type) {
    boolean templates = purpose.mayUseTemplates();
    for (Problem problem :
        ObjectValidation.check(object.content(), type, purpose.isWhole(), templates)) {
      findings.add(Problems.diagnostic(file, located(problem, positions), Severity.ERROR));
    }
    SourceSpan kind = Problems.span(file, positions.nearest("/kind"));
    if (purpose.isWhole() && object.name().isEmpty()) {
      findings.add(
          Diagnostic.error(
              Code.NAME_MISSING, kind, "This `%s` has no name.".formatted(type.kind())));
    } else if (purpose.isWhole() && type.namespaced() && object.namespace().isEmpty()) {
      findings.add(
          Diagnostic.error(
              Code.NAMESPACE_MISSING, kind, "A `%s` needs a namespace.".formatted(type.kind())));
    } else if (!type.namespaced() && object.namespace().isPresent()) {
      findings.add(
          Diagnostic.error(
              Code.NAMESPACE_UNWANTED,
              Problems.span(file, positions.nearest("/metadata/namespace")),
              "A `%s` belongs to the whole cluster, not to a namespace.".formatted(type.kind())));
    }
  }

  private static Problem located(Problem problem, Positions positions) {
    boolean key = problem.kind() == Problem.Kind.UNKNOWN_FIELD;
    Position place = key ? positions.key(problem.path()) : null;
    return problem.at(place == null ? positions.nearest(problem.path()) : place);
  }

  /** The places of the object and of what stands two levels deep; deeper ones are rarely needed. */
  private static Map<String, SourceSpan> spans(
      SourceFile file, JsonObject object, Positions positions) {
    Map<String, SourceSpan> spans = new LinkedHashMap<>();
    spans.put("", Problems.span(file, positions.root()));
    object
        .fields()
        .forEach(
            (name, value) -> {
              String pointer = "/" + FieldPath.escape(name);
              spans.put(pointer, Problems.span(file, positions.nearest(pointer)));
              if (value instanceof JsonObject inner) {
                for (String field : inner.fields().keySet()) {
                  String place = pointer + "/" + FieldPath.escape(field);
                  spans.put(place, Problems.span(file, positions.nearest(place)));
                }
              }
            });
    return spans;
  }
}
