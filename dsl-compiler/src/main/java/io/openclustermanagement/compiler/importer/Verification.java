package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.importer.Draft.Key;
import io.openclustermanagement.compiler.importer.Draft.Written;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compiles what was written and compares it with the objects it came from. */
final class Verification {
  private final Written written;
  private final Verdicts verdicts;
  private final Set<Item<?>> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());

  private Verification(Written written, Verdicts verdicts) {
    this.written = written;
    this.verdicts = verdicts;
  }

  /** Whether some object did not come back, so that another attempt is needed. */
  static boolean refused(Written written, Sources sources, Verdicts verdicts) {
    Verification verification = new Verification(written, verdicts);
    List<SourceFile> files =
        written.files().stream().map(each -> new SourceFile(each.name(), each.text())).toList();
    CompilationResult result = RoundTrip.compile(files);
    if (result.hasErrors()) {
      verification.blame(result.diagnostics());
    } else {
      verification.compare(result, sources);
    }
    return !verification.doubtful.isEmpty();
  }

  // Errors of the compiler.

  private void blame(List<Diagnostic> diagnostics) {
    Map<SourceFile, SourceUnit> units = new HashMap<>();
    for (Diagnostic error : diagnostics) {
      if (error.isError()) {
        SourceFile file = error.primary().span().file();
        if (written.owners().containsKey(file.name())) {
          doubt(written.owners().get(file.name()), error.summary());
          continue;
        }
        SourceUnit unit = units.computeIfAbsent(file, each -> OcmParser.parse(each).tree());
        List<Item<?>> culprits = culprits(unit, error.primary().span());
        if (culprits.isEmpty()) {
          culprits = allOf(file);
        }
        if (culprits.isEmpty()) {
          throw new IllegalStateException("imported source does not compile: " + error);
        }
        int template = template(unit, error.primary().span());
        culprits.forEach(item -> doubt(item, template, error.summary()));
      }
    }
  }

  /** The objects behind a place: of the declaration there, or of all declarations of the file. */
  private List<Item<?>> culprits(SourceUnit unit, SourceSpan span) {
    List<Item<?>> all = new ArrayList<>();
    for (Declaration declaration : unit.declarations()) {
      List<Item<?>> items = items(declaration, span);
      if (covers(declaration, span) && !items.isEmpty()) {
        return items;
      }
      all.addAll(items);
    }
    return all;
  }

  private List<Item<?>> allOf(SourceFile file) {
    List<Item<?>> all = new ArrayList<>();
    written
        .items()
        .forEach(
            (key, item) -> {
              if (key.file().equals(file.name())) {
                all.add(item);
              }
            });
    return all;
  }

  private List<Item<?>> items(Declaration declaration, SourceSpan span) {
    String file = span.file().name();
    return switch (declaration) {
      case Declaration.ClusterSet set ->
          item(new Key(file, ManagedClusterSet.KIND, set.name().text()));
      case Declaration.Placement placement ->
          item(new Key(file, Placement.KIND, placement.name().text()));
      case Declaration.Policy policy -> item(new Key(file, Policy.KIND, policy.name().text()));
      case Declaration.PolicySet set -> item(new Key(file, PolicySet.KIND, set.name().text()));
      case Declaration.Deploy deploy ->
          item(new Key(file, ManifestWorkReplicaSet.KIND, deploy.name().text()));
      case Declaration.Bind bind ->
          bind.objectName() == null
              ? List.of()
              : item(new Key(file, PlacementBinding.KIND, bind.objectName().text()));
      case Declaration.Fleet fleet -> members(fleet, span);
      default -> List.of();
    };
  }

  /** Which template of a policy a place belongs to; -1 for a place elsewhere. */
  private static int template(SourceUnit unit, SourceSpan span) {
    for (Declaration declaration : unit.declarations()) {
      if (declaration instanceof Declaration.Policy policy && covers(policy, span)) {
        int index = 0;
        for (PolicyClause clause : policy.clauses()) {
          int count = PolicyImport.templateCount(clause);
          if (count > 0 && covers(clause, span)) {
            return index;
          }
          index += count;
        }
      }
    }
    return -1;
  }

  private List<Item<?>> members(Declaration.Fleet fleet, SourceSpan span) {
    List<Item<?>> items = new ArrayList<>();
    for (FleetMember member : fleet.members()) {
      if (member instanceof FleetMember.Cluster cluster) {
        List<Item<?>> own =
            item(new Key(span.file().name(), ManagedCluster.KIND, cluster.name().text()));
        if (covers(member, span)) {
          return own;
        }
        items.addAll(own);
      }
    }
    return items;
  }

  private static boolean covers(Node node, SourceSpan span) {
    return node.span().start() <= span.start() && span.end() <= node.span().end();
  }

  private List<Item<?>> item(Key key) {
    Item<?> item = written.items().get(key);
    return item == null ? List.of() : List.of(item);
  }

  // Objects that came out.

  private void compare(CompilationResult result, Sources sources) {
    Map<String, NormalForm> built = new HashMap<>();
    for (var emitted : result.objects()) {
      built.put(title(emitted.object()), NormalForm.of(emitted.object()));
    }
    List<Item<?>> objects = new ArrayList<>(sources.clusterSets());
    objects.addAll(sources.bindings());
    objects.addAll(sources.placements());
    objects.addAll(sources.policies());
    objects.addAll(sources.policySets());
    objects.addAll(sources.policyBindings());
    objects.addAll(sources.deployments());
    for (Item<?> item : objects) {
      if (!verdicts.isRefused(item) && !verdicts.isCarried(item)) {
        compare(item, Optional.ofNullable(built.get(title(item.object()))));
      }
    }
  }

  private void compare(Item<?> item, Optional<NormalForm> built) {
    NormalForm wanted = NormalForm.of(item.object());
    if (built.isEmpty()) {
      doubt(item, "nothing would come back");
    } else if (!built.get().equals(wanted)) {
      List<String> parts = wanted.differences(built.get());
      String why = "`%s` would not come back as it was".formatted(String.join("`, `", parts));
      parts.forEach(part -> doubt(item, PolicyImport.templateIndex(part), why));
    }
  }

  private static boolean isCarriable(Item<?> item) {
    return switch (item.object()) {
      case Policy _, PolicySet _, PlacementBinding _, ManifestWorkReplicaSet _ -> true;
      default -> false;
    };
  }

  private static String title(KubernetesObject object) {
    String namespace = Objects.requireNonNullElse(object.metadata().namespace(), "");
    return object.apiVersion()
        + " "
        + object.kind()
        + " "
        + namespace
        + "/"
        + object.metadata().name();
  }

  /** Doubts a template of a policy, or an object as a whole for the index -1. */
  private void doubt(Item<?> item, int template, String why) {
    boolean taken = template >= 0 && verdicts.takePlainer(item, template);
    if (taken) {
      doubtful.add(item);
    } else if (template < 0 || !doubtful.contains(item)) {
      doubt(item, why);
    }
  }

  private void doubt(Item<?> item, String why) {
    if (isCarriable(item)) {
      doubtful.add(item);
      verdicts.carry(
          item, Diagnostic.error(Code.NOT_REPRODUCED, item.nameSpan(), why).label(why).build());
    } else if (doubtful.add(item) && !verdicts.takeVerbatim(item)) {
      verdicts.refuse(
          item,
          List.of(
              Diagnostic.error(
                      Code.NOT_REPRODUCED,
                      item.nameSpan(),
                      "`%s` is not imported.".formatted(item.title()))
                  .label("the source for it would not mean the same")
                  .note(why)
                  .help("keep this object as YAML beside the generated files.")
                  .build()));
    }
  }
}
