package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.placement.DuplicateObjectException;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** How many clusters of the configured fleet each placement chooses, behind its name. */
final class InlayHints {
  private static final int MOST_NAMED = 20;

  private final Settings settings;

  /** The last fleet that was scheduled on, which takes long to index. */
  private @Nullable Project project;

  private int edition;
  private @Nullable Scheduler scheduler;

  InlayHints(Settings settings) {
    this.settings = settings;
  }

  /** The hints in a part of a document; none while the sources have errors. */
  List<InlayHint> of(Project sources, Document document, Range part) {
    List<KubernetesObject> fleet = settings.fleet();
    long clusters = fleet.stream().filter(ManagedCluster.class::isInstance).count();
    if (clusters == 0 || sources.result().hasErrors()) {
      return List.of();
    }
    SourceSpan asked = Positions.span(document.file(), part);
    Map<SourceSpan, EmittedObject> placements = new LinkedHashMap<>();
    for (EmittedObject each : sources.result().objects()) {
      Optional<SourceSpan> name = each.sourceMap().find("/metadata/name");
      if (each.object() instanceof Placement && name.isPresent() && isIn(name.get(), asked)) {
        placements.putIfAbsent(name.get(), each);
      }
    }
    return placements.entrySet().stream()
        .map(each -> hint(each.getKey(), schedule(sources, fleet, each.getValue())))
        .toList();
  }

  private static boolean isIn(SourceSpan name, SourceSpan asked) {
    return name.file() == asked.file() && asked.start() <= name.end() && name.end() <= asked.end();
  }

  private PlacementResult schedule(
      Project sources, List<KubernetesObject> fleet, EmittedObject placement) {
    Scheduler current = scheduler;
    if (current == null || project != sources || edition != settings.edition()) {
      current = Scheduler.on(fleet(sources, fleet), SchedulerOptions.of(Target.NATIVE));
      scheduler = current;
      project = sources;
      edition = settings.edition();
    }
    return current.schedule((Placement) placement.object(), settings.now());
  }

  /** The fleet as a hub would see it after the sources were applied. */
  private static Fleet fleet(Project sources, List<KubernetesObject> fleet) {
    Map<List<String>, KubernetesObject> byIdentity = new LinkedHashMap<>();
    fleet.forEach(each -> byIdentity.put(identity(each), each));
    sources
        .result()
        .objects()
        .forEach(each -> byIdentity.put(identity(each.object()), each.object()));
    Fleet.Builder builder = Fleet.builder();
    byIdentity.values().stream().filter(Fleet.Builder::accepts).forEach(builder::add);
    try {
      return builder.build();
    } catch (DuplicateObjectException e) {
      throw new IllegalStateException("each object was added once", e);
    }
  }

  private static List<String> identity(KubernetesObject object) {
    return List.of(
        object.kind(),
        String.valueOf(object.metadata().namespace()),
        String.valueOf(object.metadata().name()));
  }

  private static InlayHint hint(SourceSpan name, PlacementResult result) {
    int chosen = result.decisions().size();
    int all = chosen + result.rejections().size();
    InlayHint hint =
        new InlayHint(
            Positions.position(name.file(), name.end()),
            Either.forLeft("%d of %d clusters".formatted(chosen, all)));
    hint.setPaddingLeft(true);
    hint.setTooltip(tooltip(result));
    return hint;
  }

  private static String tooltip(PlacementResult result) {
    List<String> names =
        result.decisions().stream().map(each -> each.cluster()).limit(MOST_NAMED + 1L).toList();
    if (names.isEmpty()) {
      return "No cluster of the fleet is chosen.";
    }
    String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? shown + ", …" : shown;
  }
}
