package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.compiler.generator.Expansion;
import io.openclustermanagement.compiler.generator.GeneratorFiles;
import io.openclustermanagement.compiler.generator.PolicyGenerator;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Expands the PolicyGenerators among the sources. Files that one of them takes are parts of its
 * policies, and are not imported by themselves.
 */
final class GeneratorImport {
  /** Generated objects, or the generator and what stands in the way. */
  sealed interface Result {
    /** The objects that a generator writes. */
    record Objects(List<KubernetesObject> objects) implements Result {}

    /** A generator that is carried as it is. */
    record Refused(String pointer, String why) implements Result {}
  }

  private final SourceLoader loader;
  private final Set<String> taken = new HashSet<>();
  private final IdentityHashMap<GenericObject, Result> results = new IdentityHashMap<>();

  GeneratorImport(List<Manifests> manifests, SourceLoader loader) {
    this.loader = loader;
    for (Manifests each : manifests) {
      SourceFile file = new SourceFile(each.file(), each.text());
      for (Document document : each.documents()) {
        if (document instanceof Document.Foreign(GenericObject object, _)
            && PolicyGenerator.isOne(object.content())) {
          results.put(object, expand(object, file));
        }
      }
    }
  }

  /** Whether a generator took a file. */
  boolean isTaken(String file) {
    return taken.contains(file);
  }

  /** What became of a generator; of another object that it is itself. */
  Result result(GenericObject object) {
    return results.getOrDefault(object, new Result.Objects(List.of(object)));
  }

  private Result expand(GenericObject generator, SourceFile file) {
    Set<String> read = new HashSet<>();
    return switch (PolicyGenerator.expand(generator.content(), path -> find(file, path, read))) {
      case Expansion.Refused(String pointer, String why) -> new Result.Refused(pointer, why);
      case Expansion.Generated(List<JsonObject> objects) -> {
        Result result = typed(objects);
        if (result instanceof Result.Objects) {
          taken.addAll(read);
        }
        yield result;
      }
    };
  }

  private GeneratorFiles.Found find(SourceFile generator, String path, Set<String> read) {
    SourceLoader.FileLookup one = loader.files(generator, path);
    if (one.found().size() == 1) {
      read.add(beside(generator, path));
      return new GeneratorFiles.Found.OneFile(one.found().getFirst());
    }
    String pattern = path.endsWith("/") ? path + "*" : path + "/*";
    SourceLoader.FileLookup all = loader.files(generator, pattern);
    if (!all.found().isEmpty()) {
      for (SourceFile each : all.found()) {
        String name = each.name().substring(each.name().lastIndexOf('/') + 1);
        read.add(beside(generator, path + "/" + name));
      }
      return new GeneratorFiles.Found.Directory(all.found());
    }
    boolean directory = path.endsWith("/");
    return new GeneratorFiles.Found.Missing(
        (directory ? all : one).problem().orElse("There is no file `%s`.".formatted(path)));
  }

  /** A file as it is called where the generator was found. */
  private static String beside(SourceFile generator, String path) {
    String folder = generator.name().substring(0, generator.name().lastIndexOf('/') + 1);
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return folder + String.join("/", steps);
  }

  private static Result typed(List<JsonObject> objects) {
    List<KubernetesObject> typed = new ArrayList<>();
    for (JsonObject each : objects) {
      Manifests read = ManifestReader.read("", JsonWriter.line(each.toTree()));
      if (!read.problems().isEmpty()) {
        return new Result.Refused(
            "",
            "the %s `%s` that it writes is not valid: %s"
                .formatted(
                    each.text("kind").orElse("object"),
                    each.object("metadata").text("name").orElse(""),
                    read.problems().getFirst().message()));
      }
      read.documents().forEach(document -> typed.add(document.object()));
    }
    return new Result.Objects(typed);
  }
}
