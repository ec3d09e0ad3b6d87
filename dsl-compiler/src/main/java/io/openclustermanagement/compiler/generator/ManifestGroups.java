package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.TreeReader;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the manifests that a generator names ({@code getManifests} of the plugin). */
final class ManifestGroups {
  private static final int MAX_MANIFESTS = 10_000;
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final GeneratorFiles files;
  private int read;

  ManifestGroups(GeneratorFiles files) {
    this.files = files;
  }

  /**
   * The manifests of one entry, patched.
   *
   * @param pointer where the entry stands
   */
  List<JsonObject> read(JsonObject entry, String pointer) throws Refusal {
    String path = entry.text("path").orElse("");
    if (path.isEmpty()) {
      throw new Refusal(pointer, "each manifest needs a `path`");
    }
    List<JsonObject> patches = new ArrayList<>();
    JsonValue list = entry.get("patches");
    if (list != null) {
      patches.addAll(Layers.objects(list));
    }
    return switch (inside(path, pointer + "/path")) {
      case GeneratorFiles.Found.OneFile(SourceFile file) -> {
        List<JsonObject> manifests = objects(file, pointer);
        if (manifests.isEmpty()) {
          throw new Refusal(pointer + "/path", "`%s` has no manifest".formatted(path));
        }
        yield ManifestPatches.apply(manifests, patches, pointer + "/patches", true);
      }
      case GeneratorFiles.Found.Directory(List<SourceFile> found) ->
          ManifestPatches.apply(directory(found, pointer), patches, pointer + "/patches", false);
      case GeneratorFiles.Found.Missing(String why) -> throw missing(pointer + "/path", why);
    };
  }

  /** The first object of a file that has one of some kinds. */
  JsonObject first(String path, Set<String> kinds, String pointer) throws Refusal {
    return switch (files.find(path)) {
      case GeneratorFiles.Found.OneFile(SourceFile file) ->
          objects(file, pointer).stream()
              .filter(each -> kinds.contains(each.text("kind").orElse("")))
              .findFirst()
              .orElseThrow(() -> new Refusal(pointer, "`%s` has no placement".formatted(path)));
      case GeneratorFiles.Found.Directory _ ->
          throw new Refusal(pointer, "`%s` is a directory".formatted(path));
      case GeneratorFiles.Found.Missing(String why) -> throw missing(pointer, why);
    };
  }

  private static Refusal missing(String pointer, String sentence) {
    String why =
        sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
    return new Refusal(pointer, why.endsWith(".") ? why.substring(0, why.length() - 1) : why);
  }

  /** The plugin takes manifests from below its own directory only. */
  private GeneratorFiles.Found inside(String path, String pointer) throws Refusal {
    int depth = 0;
    for (String step : path.split("/", -1)) {
      depth += step.equals("..") ? -1 : step.isEmpty() || step.equals(".") ? 0 : 1;
      if (depth < 0) {
        throw new Refusal(pointer, "it leaves the directory of the generator");
      }
    }
    if (depth == 0) {
      throw new Refusal(pointer, "it is the directory of the generator itself");
    }
    return files.find(path);
  }

  private List<JsonObject> directory(List<SourceFile> found, String pointer) throws Refusal {
    List<JsonObject> manifests = new ArrayList<>();
    for (SourceFile file : found) {
      String name = file.name().substring(file.name().lastIndexOf('/') + 1);
      if (KUSTOMIZATIONS.contains(name)) {
        throw new Refusal(pointer + "/path", "only Kustomize can build what lies there");
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        manifests.addAll(objects(file, pointer));
      }
    }
    return manifests;
  }

  private List<JsonObject> objects(SourceFile file, String pointer) throws Refusal {
    TreeReader.Trees trees = TreeReader.read(file.name(), file.text());
    if (!trees.problems().isEmpty()) {
      throw new Refusal(pointer, "`%s` is not YAML that can be read".formatted(file.name()));
    }
    List<JsonObject> objects = new ArrayList<>();
    for (@Nullable Object tree : trees.documents()) {
      switch (json(tree, file, pointer)) {
        case JsonNull _ -> {}
        case JsonObject object -> objects.add(object);
        case JsonArray _, JsonString _, JsonInteger _, JsonDecimal _, JsonBoolean _ ->
            throw notAnObject(file, pointer);
      }
    }
    read += objects.size();
    if (read > MAX_MANIFESTS) {
      throw new Refusal("/policies", "there are more than %,d manifests".formatted(MAX_MANIFESTS));
    }
    return objects;
  }

  private static JsonValue json(@Nullable Object tree, SourceFile file, String pointer)
      throws Refusal {
    try {
      return JsonValue.of(tree);
    } catch (IllegalArgumentException e) {
      throw notAnObject(file, pointer);
    }
  }

  private static Refusal notAnObject(SourceFile file, String pointer) {
    return new Refusal(pointer, "a document of `%s` is no manifest".formatted(file.name()));
  }
}
