package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.FleetFolders;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.testing.DeclaredFleet;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.program.FleetDefinition;
import io.openclustermanagement.placement.DuplicateObjectException;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources and the fleet of a run.
 *
 * <p>{@code --fleet} names files, directories, or a {@code fleet} that the sources declare; without
 * it, and without clusters in the sources, the only fleet that they declare is meant.
 *
 * @param workspace what was read
 * @param declared the clusters of declared fleets
 * @param folders where the objects of clusters lie
 */
record Snapshot(
    Workspace workspace, List<KubernetesObject> declared, FleetFolders folders, Target target) {

  static Snapshot load(Run run, List<String> sources) {
    Target target = CommonOptions.target(run.arguments());
    List<String> paths = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String value : run.arguments().values("--fleet")) {
      boolean isPath = Files.exists(run.session().directory().resolve(value));
      (isPath || !isName(value) ? paths : names).add(value);
    }
    Workspace workspace =
        Workspace.load(
            run.session(),
            new Workspace.Request(sources, paths, run.schemas(), target, Optional.empty()));
    FleetFolders folders = new FleetFolders(run.session().directory(), paths);
    if (workspace.hasErrors()) {
      return new Snapshot(workspace, List.of(), folders, target);
    }
    List<KubernetesObject> declared = new ArrayList<>();
    for (FleetDefinition fleet : declaredFleets(workspace, names, paths.isEmpty())) {
      declared.addAll(DeclaredFleet.objects(fleet, run.now()));
    }
    return new Snapshot(workspace, declared, folders, target);
  }

  /** Whether a value of {@code --fleet} can be the name of a declaration. */
  private static boolean isName(String value) {
    return value.matches("[A-Za-z_][\\w-]*");
  }

  private static List<FleetDefinition> declaredFleets(
      Workspace workspace, List<String> names, boolean noPaths) {
    List<FleetDefinition> all =
        workspace.program().modules().stream().flatMap(m -> m.fleets().stream()).toList();
    if (!names.isEmpty()) {
      return names.stream().map(name -> named(all, name)).toList();
    }
    boolean noClusters = workspace.sourcesOf(ManagedCluster.KIND).isEmpty();
    if (!noPaths || !noClusters || all.isEmpty()) {
      return List.of();
    }
    if (all.size() > 1) {
      throw new UsageException(
          "The sources declare several fleets; choose one with `--fleet`: %s."
              .formatted(String.join(", ", names(all))));
    }
    return all;
  }

  private static List<String> names(List<FleetDefinition> fleets) {
    return fleets.stream().map(fleet -> fleet.name().name()).toList();
  }

  private static FleetDefinition named(List<FleetDefinition> fleets, String name) {
    return fleets.stream()
        .filter(fleet -> fleet.name().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new OutsideException(
                    "There is no file or directory `%s`, and the sources declare no such fleet."
                        .formatted(name)));
  }

  /** The objects that the hub would have. */
  List<KubernetesObject> objects() {
    return Stream.concat(workspace.snapshot().stream().map(SourceObject::object), declared.stream())
        .toList();
  }

  /** The fleet that the sources would find on the hub. */
  Fleet fleet() {
    Fleet.Builder builder = Fleet.builder();
    workspace.snapshot().stream()
        .map(SourceObject::object)
        .filter(Fleet.Builder::accepts)
        .forEach(builder::add);
    builder.addAll(declared);
    try {
      return builder.build();
    } catch (DuplicateObjectException e) {
      KubernetesObject twice = e.duplicates().getFirst().second();
      throw new UsageException(
          "The cluster `%s` is in two of the fleets.".formatted(twice.metadata().name()));
    }
  }

  /** A scheduler on that fleet. */
  Scheduler scheduler() {
    return scheduler(fleet(), target);
  }

  /** How this target schedules. */
  SchedulerOptions schedulerOptions() {
    return schedulerOptions(target);
  }

  static Scheduler scheduler(Fleet fleet, Target target) {
    return Scheduler.on(fleet, schedulerOptions(target));
  }

  private static SchedulerOptions schedulerOptions(Target target) {
    return SchedulerOptions.of(
        switch (target) {
          case NATIVE -> io.openclustermanagement.placement.Target.NATIVE;
          case UPSTREAM -> io.openclustermanagement.placement.Target.UPSTREAM;
        });
  }
}
