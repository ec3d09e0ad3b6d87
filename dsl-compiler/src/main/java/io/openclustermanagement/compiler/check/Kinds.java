package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.KindLookup;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.KindName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks kinds up as one module sees them: the built-in ones, those that are given to all sources,
 * and those of its own {@code import crd}. Nothing is read before the first kind is looked up.
 */
final class Kinds {
  /** A kind of rules that stands for several. */
  private static final String ANY_POD = "AnyPod";

  private final Supplier<KubernetesSchemas> source;
  private final Findings findings;
  private final Consumer<UncheckedKind> unchecked;
  private @Nullable KubernetesSchemas schemas;

  /**
   * @param source reads what is not built in
   * @param unchecked gets the kinds whose schema is not known
   */
  Kinds(Supplier<KubernetesSchemas> source, Findings findings, Consumer<UncheckedKind> unchecked) {
    this.unchecked = unchecked;
    this.source = source;
    this.findings = findings;
  }

  /** All kinds that the module sees. */
  KubernetesSchemas schemas() {
    KubernetesSchemas known = schemas;
    if (known == null) {
      known = source.get();
      schemas = known;
    }
    return known;
  }

  /** The kind that is named; empty after a report. */
  Optional<KindReference> resolve(KindName name) {
    String apiVersion = name.apiVersion();
    return apiVersion == null ? bare(name) : qualified(name, apiVersion);
  }

  private Optional<KindReference> bare(KindName name) {
    return switch (schemas().lookup(name.kind())) {
      case KindLookup.Found(ResourceType type) -> Optional.of(reference(name, type));
      case KindLookup.Ambiguous(List<ResourceType> candidates) -> {
        reportAmbiguous(name, candidates);
        yield Optional.empty();
      }
      case KindLookup.OtherVersion _ -> throw new IllegalStateException("no version was asked for");
      case KindLookup.Unknown(List<String> near) -> {
        reportUnknown(name, near);
        yield Optional.empty();
      }
    };
  }

  private Optional<KindReference> qualified(KindName name, String apiVersion) {
    return switch (schemas().lookup(name.kind(), apiVersion)) {
      case KindLookup.Found(ResourceType type) -> Optional.of(reference(name, type));
      case KindLookup.Ambiguous _ -> throw new IllegalStateException("a version was asked for");
      // An older cluster may have a version that is gone by now.
      case KindLookup.OtherVersion(List<ResourceType> elsewhere) ->
          Optional.of(withoutSchema(name, apiVersion, elsewhere));
      case KindLookup.Unknown(List<String> near) -> {
        if (schemas().knows(apiVersion)) {
          reportUnknownIn(name, apiVersion, near);
          yield Optional.empty();
        }
        yield Optional.of(withoutSchema(name, apiVersion, List.of()));
      }
    };
  }

  private static KindReference reference(KindName name, ResourceType type) {
    return new KindReference(type.apiVersion(), type.kind(), Optional.of(type), name.at());
  }

  private KindReference withoutSchema(
      KindName name, String apiVersion, List<ResourceType> elsewhere) {
    KindReference kind = new KindReference(apiVersion, name.kind(), Optional.empty(), name.at());
    unchecked.accept(new UncheckedKind(kind, elsewhere.stream().findFirst()));
    return kind;
  }

  private void reportUnknown(KindName name, List<String> near) {
    String kind = name.kind();
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_KIND, name.span(), "There is no Kubernetes kind `%s`.".formatted(kind));
    if (kind.equals(ANY_POD)) {
      finding.note("`AnyPod` stands for several kinds, and only a `rule` can ask about them");
    } else if (near.isEmpty()) {
      finding.help(
          "import its definition with `import crd \"…\"`, or name its group and version, as in `%s@example.com/v1`."
              .formatted(kind));
    } else {
      suggest(finding, name, near);
    }
    findings.add(finding);
  }

  private void reportUnknownIn(KindName name, String apiVersion, List<String> near) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_KIND,
            name.span(),
            "`%s` has no kind `%s`.".formatted(apiVersion, name.kind()));
    suggest(finding, name, near);
    findings.add(finding);
  }

  private static void suggest(Diagnostic.Builder finding, KindName name, List<String> near) {
    if (!near.isEmpty()) {
      String kind = near.getFirst();
      SourceSpan written = name.span();
      SourceSpan first =
          written.file().span(written.start(), written.start() + name.kind().length());
      finding.label("did you mean `%s`?".formatted(kind));
      finding.fix("write `%s`".formatted(kind), false, new TextEdit(first, kind));
    }
  }

  private void reportAmbiguous(KindName name, List<ResourceType> candidates) {
    String choices =
        candidates.stream().map(each -> "`" + each + "`").collect(Collectors.joining(" or "));
    findings.add(
        Diagnostic.error(
                Code.AMBIGUOUS_KIND,
                name.span(),
                "`%s` could be a kind of several groups.".formatted(name.kind()))
            .help("write %s.".formatted(choices)));
  }
}
