package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.compiler.check.BodyChecker.Draft;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks resources that are written in a source, or named there, against the schema of their kind.
 */
final class ResourceChecker {

  private static final String METADATA = "metadata";
  private static final String NAME_POINTER = "/metadata/name";
  private static final String NAMESPACE_POINTER = "/metadata/namespace";

  private final Context context;
  private final Findings findings;
  private final Purpose purpose;

  ResourceChecker(Context context, Purpose purpose) {
    this.context = context;
    this.findings = context.findings();
    this.purpose = purpose;
  }

  /**
   * The manifests that a resource stands for: one that is written in the source, or those of the
   * files it names. Those that are wrong are missing, after a report. The {@code where}, the {@code
   * labelled} and the namespaces of a scope are the caller's.
   */
  List<Manifest> check(Resource resource) {
    return switch (resource) {
      case Resource.Inline inline -> check(inline).stream().toList();
      case Resource.FromFile file -> new ManifestFiles(context, purpose).read(file);
      case Resource.Error _ -> List.of();
    };
  }

  /** The manifest of a resource that is written in the source; empty after a report. */
  Optional<Manifest> check(Resource.Inline resource) {
    Optional<KindReference> kind = context.scope().kinds().resolve(resource.kind());
    Identity identity = new Identity(resource, findings);
    BodyChecker body = new BodyChecker(context, purpose, identity);
    StructuralType type =
        kind.flatMap(KindReference::type)
            .<StructuralType>map(ResourceType::root)
            .orElse(new StructuralType.Any(true));
    Draft draft = new Draft();
    int before = findings.errors();
    kind.ifPresent(each -> head(each, resource, draft, body));
    body.spans().put("", resource.kind().span());
    if (resource.body() != null) {
      body.fields(resource.body(), type, draft, "");
    }
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    requireScope(kind.get(), resource);
    if (purpose.isWhole()) {
      requireHead(kind.get(), resource, identity);
    }
    JsonObject object = draft.json();
    if (purpose.isWhole() && findings.errors() == before) {
      new RequiredFields(findings, body.spans()).check(object, type);
    }
    return Optional.of(
        new Manifest(kind.get(), object, body.templates(), body.spans(), resource.kind().at()));
  }

  private void head(KindReference kind, Resource.Inline resource, Draft draft, BodyChecker body) {
    draft.put("apiVersion", new JsonString(kind.apiVersion()));
    draft.put("kind", new JsonString(kind.kind()));
    if (resource.name() != null) {
      identity(resource.name(), "name", draft, body);
      requireName(resource.name());
    }
    if (resource.namespace() != null) {
      identity(resource.namespace(), "namespace", draft, body);
      if (resource.namespace().isPlain() && !resource.namespace().text().contains("{{")) {
        context.requireNamespace(resource.namespace().text(), resource.namespace().span());
      }
    }
  }

  private void identity(StringLiteral written, String field, Draft draft, BodyChecker body) {
    String pointer = "/" + METADATA + "/" + field;
    body.spans().put(pointer, written.span());
    body.value(written, StructuralType.Text.ANY, "The " + field, pointer)
        .ifPresent(
            value -> {
              Draft metadata = draft.object(METADATA);
              if (metadata != null) {
                metadata.put(field, value);
              }
            });
  }

  /** Names of some kinds, such as those of roles, are less strict than most. */
  private void requireName(StringLiteral name) {
    if (name.isPlain() && !name.text().contains("{{")) {
      String text = name.text();
      boolean path = text.isEmpty() || text.equals(".") || text.equals("..");
      if (path || text.contains("/") || text.contains("%")) {
        findings.add(
            Context.invalidName(name.span(), "No resource can be called `%s`.".formatted(text)));
      }
    }
  }

  /** Reports a namespace for what has none. */
  private void requireScope(KindReference kind, Resource.Inline resource) {
    SourceSpan span = namespaceSpan(resource);
    if (span != null && !kind.namespaced().orElse(true)) {
      findings.add(
          Diagnostic.error(
                  Code.NAMESPACE_UNWANTED,
                  span,
                  "A `%s` belongs to the whole cluster, not to a namespace.".formatted(kind.kind()))
              .help("leave the namespace out."));
    }
  }

  private static @Nullable SourceSpan namespaceSpan(Resource.Inline resource) {
    if (resource.namespace() != null) {
      return resource.namespace().span();
    }
    return resource.scope() == null ? null : resource.scope().include().span();
  }

  /** Reports a whole object that does not say what it is called and where it lives. */
  private void requireHead(KindReference kind, Resource.Inline resource, Identity identity) {
    StringLiteral name = resource.name();
    if (name == null && !identity.hasClaimed(NAME_POINTER)) {
      findings.add(
          Diagnostic.error(
                  Code.NAME_MISSING,
                  resource.kind().span(),
                  "This `%s` has no name.".formatted(kind.kind()))
              .help("write it behind the kind: `%s \"…\"`.".formatted(kind.kind())));
    } else if (name != null
        && kind.namespaced().orElse(false)
        && resource.namespace() == null
        && !identity.hasClaimed(NAMESPACE_POINTER)) {
      findings.add(
          Diagnostic.error(
                  Code.NAMESPACE_MISSING,
                  resource.kind().span(),
                  "A `%s` needs a namespace.".formatted(kind.kind()))
              .help(
                  "write it behind the name: `%s %s in \"…\"`."
                      .formatted(kind.kind(), name.span().text())));
    }
  }
}
