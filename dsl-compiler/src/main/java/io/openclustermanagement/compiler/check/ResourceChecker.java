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
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
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
  private static final String NAME = "name";
  private static final String NAMESPACE = "namespace";
  private static final List<String> HEAD_FIELDS = List.of("apiVersion", "kind");

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
    BodyChecker body = new BodyChecker(context, purpose);
    StructuralType type =
        kind.flatMap(KindReference::type)
            .<StructuralType>map(ResourceType::root)
            .orElse(new StructuralType.Any(true));
    Draft draft = new Draft();
    int before = findings.errors();
    kind.ifPresent(each -> head(each, resource, draft, body));
    body.spans().put("", resource.kind().span());
    if (resource.body() != null) {
      requireIdentityInHead(resource.body());
      body.fields(resource.body(), type, draft, "");
    }
    if (kind.isEmpty()) {
      return Optional.empty();
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
    requireHead(kind, resource);
    if (resource.name() != null) {
      identity(resource.name(), NAME, draft, body);
      requireName(resource.name());
    }
    if (resource.namespace() != null) {
      identity(resource.namespace(), NAMESPACE, draft, body);
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
    if (name.isPlain()) {
      String text = name.text();
      boolean path = text.isEmpty() || text.equals(".") || text.equals("..");
      if (path || text.contains("/") || text.contains("%")) {
        findings.add(
            Context.invalidName(name.span(), "No resource can be called `%s`.".formatted(text)));
      }
    }
  }

  private static @Nullable Node include(@Nullable NamespaceScope scope) {
    return scope == null ? null : scope.include();
  }

  private void requireHead(KindReference kind, Resource.Inline resource) {
    boolean clusterWide = kind.namespaced().filter(namespaced -> !namespaced).isPresent();
    Node place = resource.namespace() != null ? resource.namespace() : include(resource.scope());
    if (clusterWide && place != null) {
      var span = place.span();
      findings.add(
          Diagnostic.error(
                  Code.NAMESPACE_UNWANTED,
                  span,
                  "A `%s` belongs to the whole cluster, not to a namespace.".formatted(kind.kind()))
              .help("leave the namespace out."));
    }
    if (!purpose.isWhole()) {
      return;
    }
    if (resource.name() == null) {
      findings.add(
          Diagnostic.error(
                  Code.NAME_MISSING,
                  resource.kind().span(),
                  "This `%s` has no name.".formatted(kind.kind()))
              .help("write it behind the kind: `%s \"…\"`.".formatted(kind.kind())));
    } else if (kind.namespaced().orElse(false) && resource.namespace() == null) {
      findings.add(
          Diagnostic.error(
                  Code.NAMESPACE_MISSING,
                  resource.kind().span(),
                  "A `%s` needs a namespace.".formatted(kind.kind()))
              .help(
                  "write it behind the name: `%s %s in \"…\"`."
                      .formatted(kind.kind(), resource.name().span().text())));
    }
  }

  /** Reports what says in the body which resource is meant. */
  private void requireIdentityInHead(ObjectLiteral body) {
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Field field) {
        List<Name> path = field.key().parts();
        String first = path.getFirst().text();
        if (HEAD_FIELDS.contains(first)) {
          reportIdentity(path.getFirst(), "The kind and its version stand before the name.");
        } else if (first.equals(METADATA)) {
          metadata(path, field);
        }
      }
    }
  }

  private void metadata(List<Name> path, Entry.Field field) {
    if (path.size() > 1) {
      identityField(path.get(1));
    } else if (field.value() instanceof ObjectLiteral object) {
      object.entries().stream()
          .filter(Entry.Field.class::isInstance)
          .forEach(each -> identityField(((Entry.Field) each).key().parts().getFirst()));
    }
  }

  private void identityField(Name name) {
    if (name.text().equals(NAME)) {
      reportIdentity(name, "The name of a resource stands behind its kind.");
    } else if (name.text().equals(NAMESPACE)) {
      reportIdentity(name, "The namespace of a resource stands behind its name.");
    }
  }

  private void reportIdentity(Name name, String summary) {
    findings.add(
        Diagnostic.error(Code.IDENTITY_IN_BODY, name.span(), summary)
            .help("write `Deployment \"web\" in \"shop\" { … }`, and leave it out here."));
  }
}
