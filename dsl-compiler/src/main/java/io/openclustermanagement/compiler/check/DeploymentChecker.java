package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Apply;
import io.openclustermanagement.compiler.program.DeploymentDefinition.ApplyMode;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Deletion;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Health;
import io.openclustermanagement.compiler.program.DeploymentDefinition.ManifestReference;
import io.openclustermanagement.compiler.program.DeploymentDefinition.NamedPath;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Propagation;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Report;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Rollout;
import io.openclustermanagement.compiler.program.DeploymentDefinition.ServiceAccount;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a {@code deploy}. */
final class DeploymentChecker {

  private final Context context;
  private final Findings findings;
  private final List<Use> placements = new ArrayList<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Health> health = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private Optional<Rollout> rollout = Optional.empty();
  private Optional<Apply> apply = Optional.empty();
  private Optional<ServiceAccount> account = Optional.empty();
  private Optional<Deletion> deletion = Optional.empty();
  private Optional<ObjectLiteral> labels = Optional.empty();
  private Optional<ObjectLiteral> annotations = Optional.empty();

  DeploymentChecker(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  DeploymentDefinition check(Symbol symbol, Declaration.Deploy declaration, String namespace) {
    context.reportRepeated(Context.byName(declaration.clauses(), DeploymentChecker::name));
    declaration.clauses().forEach(this::define);
    requireParts(declaration);
    reportTwice();
    declaration.clauses().forEach(this::refer);
    InnerNames.useGroups(declaration, context.scope());
    ObjectMetadata metadata =
        context.metadata(
            declaration.name(),
            declaration.objectName(),
            SymbolKind.DEPLOYMENT,
            labels,
            annotations);
    ObjectNames.requireTogether(
        findings,
        namespace,
        metadata.name(),
        ObjectNames.MAX_DEPLOYMENT,
        symbol.origin(),
        "deployment");
    return new DeploymentDefinition(
        symbol.name(),
        namespace,
        metadata,
        placements,
        manifests,
        rollout,
        apply,
        health,
        reports,
        account,
        deletion,
        declaration.name().at(),
        declaration.at());
  }

  private static Optional<String> name(DeployClause clause) {
    return switch (clause) {
      case DeployClause.Rollout _ -> Optional.of("rollout");
      case DeployClause.Apply _ -> Optional.of("apply");
      case DeployClause.AsServiceAccount _ -> Optional.of("as serviceaccount");
      case DeployClause.OnDelete _ -> Optional.of("on delete");
      case DeployClause.Labels _ -> Optional.of("labels");
      case DeployClause.Annotations _ -> Optional.of("annotations");
      case DeployClause.To _,
          DeployClause.Manifests _,
          DeployClause.HealthyWhen _,
          DeployClause.Report _,
          DeployClause.Error _ ->
          Optional.empty();
    };
  }

  private void define(DeployClause clause) {
    switch (clause) {
      case DeployClause.To(List<QualifiedName> names, _) ->
          names.forEach(name -> PolicyChecker.placement(context, name).ifPresent(placements::add));
      case DeployClause.Manifests(List<Resource> resources, _) -> resources.forEach(this::manifest);
      case DeployClause.Rollout written ->
          rollout = Optional.of(new RolloutChecker(context).check(written));
      case DeployClause.Apply written -> apply = Optional.of(apply(written));
      case DeployClause.AsServiceAccount(StringLiteral written, Origin at) ->
          account = account(written, at);
      case DeployClause.OnDelete(var propagation, Origin at) ->
          deletion = Optional.of(new Deletion(propagation(propagation), at));
      case DeployClause.Labels(ObjectLiteral written, _) -> labels = Optional.of(written);
      case DeployClause.Annotations(ObjectLiteral written, _) -> annotations = Optional.of(written);
      case DeployClause.HealthyWhen _, DeployClause.Report _, DeployClause.Error _ -> {}
    }
  }

  /** Clauses that name a manifest, which all have to be known first. */
  private void refer(DeployClause clause) {
    ManifestReferences references = new ManifestReferences(context, manifests);
    switch (clause) {
      case DeployClause.HealthyWhen written ->
          references
              .resolve(written.kind(), written.name(), written.namespace())
              .ifPresent(reference -> health(written, reference));
      case DeployClause.Report written ->
          references
              .resolve(written.kind(), written.name(), written.namespace())
              .ifPresent(reference -> report(written, reference));
      case DeployClause.To _,
          DeployClause.Manifests _,
          DeployClause.Rollout _,
          DeployClause.Apply _,
          DeployClause.AsServiceAccount _,
          DeployClause.OnDelete _,
          DeployClause.Labels _,
          DeployClause.Annotations _,
          DeployClause.Error _ -> {}
    }
  }

  // Manifests.

  private void manifest(Resource resource) {
    if (resource instanceof Resource.Inline inline
        && (inline.condition() != null || inline.scope() != null || inline.labelled() != null)) {
      findings.add(
          Diagnostic.error(
                  Code.NOT_A_MANIFEST,
                  inline.span(),
                  "A deployment has whole resources, no tests of some.")
              .help("give it a name, and a namespace with `in \"…\"`; leave the test out."));
      return;
    }
    manifests.addAll(new ResourceChecker(context, Purpose.DEPLOYMENT).check(resource));
  }

  private void requireParts(Declaration.Deploy declaration) {
    if (placements.isEmpty()
        && declaration.clauses().stream().noneMatch(DeployClause.To.class::isInstance)) {
      reportMissing(declaration, "goes nowhere", "say where with `to …`.");
    }
    if (manifests.isEmpty()
        && declaration.clauses().stream().noneMatch(DeployClause.Manifests.class::isInstance)) {
      reportMissing(declaration, "has no manifests", "add `manifests { … }`.");
    }
  }

  private void reportMissing(Declaration.Deploy declaration, String what, String help) {
    findings.add(
        Diagnostic.error(
                Code.NOT_A_MANIFEST,
                declaration.name().span(),
                "The deployment `%s` %s.".formatted(declaration.name().text(), what))
            .help(help));
  }

  private void reportTwice() {
    Map<ManifestReference, Manifest> seen = new HashMap<>();
    for (Manifest manifest : manifests) {
      Manifest first = seen.putIfAbsent(ManifestReference.of(manifest), manifest);
      if (first != null) {
        findings.add(
            Diagnostic.error(
                    Code.DUPLICATE_NAME,
                    manifest.origin().span(),
                    "The %s `%s` is deployed twice."
                        .formatted(manifest.kind().kind(), manifest.name().orElse("")))
                .related(first.origin().span(), "the first one"));
      }
    }
  }

  // How manifests are written and watched.

  private Apply apply(DeployClause.Apply written) {
    List<Located> ignoring =
        written.ignoring() == null ? List.of() : context.texts(written.ignoring());
    boolean server = written.mode() == DeployClause.ApplyMode.SERVER_SIDE;
    if (!server && (written.force() || written.ignoring() != null)) {
      findings.add(
          Diagnostic.error(
                  Code.APPLY_WITHOUT_SERVER,
                  written.span(),
                  "Only server-side apply can %s."
                      .formatted(written.force() ? "force" : "ignore fields"))
              .help("write `apply serverSide …`."));
    }
    ignoring.forEach(this::requirePointer);
    return new Apply(mode(written.mode()), written.force(), ignoring, written.at());
  }

  private void requirePointer(Located pointer) {
    if (!pointer.text().startsWith("/")) {
      findings.add(
          Diagnostic.error(
                  Code.INVALID_PATTERN,
                  pointer.origin().span(),
                  "`%s` is no JSON pointer.".formatted(pointer.text()))
              .help("write the path with slashes, as in `\"/spec/replicas\"`."));
    }
  }

  private static ApplyMode mode(DeployClause.ApplyMode written) {
    return switch (written) {
      case UPDATE -> ApplyMode.UPDATE;
      case SERVER_SIDE -> ApplyMode.SERVER_SIDE;
      case CREATE_ONLY -> ApplyMode.CREATE_ONLY;
      case READ_ONLY -> ApplyMode.READ_ONLY;
    };
  }

  private void health(DeployClause.HealthyWhen written, Manifest manifest) {
    new ForbidChecker(context)
        .condition(written.kind(), written.condition())
        .ifPresent(
            condition ->
                health.add(new Health(ManifestReference.of(manifest), condition, written.at())));
  }

  private void report(DeployClause.Report written, Manifest manifest) {
    ManifestReference reference = ManifestReference.of(manifest);
    List<NamedPath> paths = written.paths() == null ? List.of() : paths(written.paths());
    if (written.paths() == null && !WellKnownStatus.has(manifest.kind())) {
      findings.add(
          Diagnostic.error(
                  Code.NO_WELL_KNOWN_STATUS,
                  written.kind().span(),
                  "There is no well-known status of a %s.".formatted(manifest.kind().kind()))
              .note("there is one of Deployment, DaemonSet, Job and Pod")
              .help("name the fields, as in `[\"status.phase\"]`."));
    }
    reports.add(new Report(reference, paths, written.at()));
  }

  /** Paths such as {@code status.readyReplicas}, each called by its last field. */
  private List<NamedPath> paths(ListLiteral written) {
    List<NamedPath> paths = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Located path : context.texts(written)) {
      String text = path.text().startsWith(".") ? path.text() : "." + path.text();
      String name = text.substring(text.lastIndexOf('.') + 1).replaceAll("[^A-Za-z0-9]", "");
      if (name.isEmpty() || !names.add(name)) {
        findings.add(
            Diagnostic.error(
                    Code.DUPLICATE_NAME,
                    path.origin().span(),
                    "Two values would be called `%s`.".formatted(name))
                .note("a value is called by the last field of its path"));
      }
      paths.add(new NamedPath(name, text, path.origin()));
    }
    return paths;
  }

  private Optional<ServiceAccount> account(StringLiteral written, Origin at) {
    String[] parts = written.text().split("/", -1);
    if (parts.length != 2) {
      findings.add(
          Context.invalidName(
                  written.span(), "`%s` is no service account.".formatted(written.text()))
              .help("write namespace and name, as in `\"shop/deployer\"`."));
      return Optional.empty();
    }
    context.requireNamespace(parts[0], written.span());
    context.requireObjectName(new Name(parts[1], written.at()), "service account");
    return Optional.of(new ServiceAccount(parts[0], parts[1], at));
  }

  private static Propagation propagation(DeployClause.Propagation written) {
    return switch (written) {
      case FOREGROUND -> Propagation.FOREGROUND;
      case BACKGROUND -> Propagation.BACKGROUND;
      case ORPHAN -> Propagation.ORPHAN;
    };
  }
}
