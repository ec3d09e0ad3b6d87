package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The values of {@code --fleet} that are paths: the objects of the hub, and below {@code
 * inventory/CLUSTER/} those of clusters.
 */
public final class FleetFolders {
  private static final String INVENTORY = "inventory";

  private final Path base;
  private final List<String> paths;

  public FleetFolders(Path base, List<String> paths) {
    this.base = base;
    this.paths = List.copyOf(paths);
  }

  /**
   * The files of the hub.
   *
   * @throws io.openclustermanagement.cli.OutsideException if a path cannot be read
   * @throws io.openclustermanagement.cli.args.UsageException if a path leads to no file
   */
  List<InputFile> hubFiles() {
    Set<String> prefixes = Set.copyOf(paths.stream().map(FleetFolders::inventoryPrefix).toList());
    return InputFiles.find(base, paths, EnumSet.of(Language.YAML)).stream()
        .filter(file -> prefixes.stream().noneMatch(file.name()::startsWith))
        .toList();
  }

  /**
   * The objects of clusters.
   *
   * @param wanted the clusters of which something is to be known
   * @param diagnostics gets what is wrong with the files
   * @return by cluster; nothing for one that has no folder
   */
  public Map<String, Inventory> inventories(
      Session session, Set<String> wanted, List<Diagnostic> diagnostics) {
    Map<String, List<String>> folders = new TreeMap<>();
    for (String path : paths) {
      clusters(base.resolve(path).resolve(INVENTORY))
          .forEach(
              cluster ->
                  folders
                      .computeIfAbsent(cluster, _ -> new ArrayList<>())
                      .add(inventoryPrefix(path) + cluster));
    }
    folders.keySet().retainAll(wanted);
    Map<String, Inventory> inventories = new LinkedHashMap<>();
    folders.forEach(
        (cluster, names) -> {
          List<GenericObject> objects = ClusterObjects.read(session, names, diagnostics);
          inventories.put(cluster, Inventory.of(objects, KubernetesSchemas.builtIn()));
        });
    return inventories;
  }

  private static String inventoryPrefix(String path) {
    String prefix = path.equals(".") ? "" : path.endsWith("/") ? path : path + "/";
    return prefix + INVENTORY + "/";
  }

  private static List<String> clusters(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    } catch (IOException e) {
      throw FileFailures.cannotRead(folder.toString(), e);
    }
  }
}
