package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.api.yaml.YamlWriter;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a piece of a source: whole objects, or the part of an object. */
final class GeneratedYaml {
  private static final int MOST_LINES = 60;

  private GeneratedYaml() {}

  /** The objects that a declaration is compiled to, copies in other namespaces only named. */
  static Optional<String> of(Project project, SourceSpan declaration) {
    Map<String, EmittedObject> shown = new LinkedHashMap<>();
    Set<String> elsewhere = new LinkedHashSet<>();
    for (EmittedObject each : project.result().objects()) {
      Optional<SourceSpan> place = each.sourceMap().find("");
      if (place.isPresent() && contains(declaration, place.get())) {
        String name = each.object().kind() + "/" + each.object().metadata().name();
        if (shown.putIfAbsent(name, each) != null) {
          elsewhere.add(Objects.toString(each.object().metadata().namespace(), ""));
        }
      }
    }
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    String yaml = ManifestWriter.yaml(shown.values().stream().map(EmittedObject::object).toList());
    String note =
        elsewhere.isEmpty() ? "" : "# also in namespace " + String.join(", ", elsewhere) + "\n";
    return Optional.of(note + shortened(yaml));
  }

  /** The smallest part of an object that was written around an offset. */
  static Optional<String> at(Project project, SourceFile file, int offset) {
    return project.result().objects().stream()
        .flatMap(object -> parts(object, file, offset).stream())
        .min(
            Comparator.comparingInt((Part part) -> part.span().end() - part.span().start())
                .thenComparingInt(part -> -part.pointer().length()))
        .flatMap(GeneratedYaml::text);
  }

  private record Part(EmittedObject object, String pointer, SourceSpan span) {}

  private static List<Part> parts(EmittedObject object, SourceFile file, int offset) {
    List<Part> parts = new ArrayList<>();
    object
        .sourceMap()
        .spans()
        .forEach(
            (pointer, span) -> {
              boolean around =
                  span.file() == file && span.start() <= offset && offset <= span.end();
              if (around && !pointer.isEmpty() && !pointer.startsWith("/metadata")) {
                parts.add(new Part(object, pointer, span));
              }
            });
    return parts;
  }

  private static Optional<String> text(Part part) {
    Object tree = ManifestWriter.tree(part.object().object());
    StringBuilder path = new StringBuilder(part.object().object().kind());
    for (String segment : part.pointer().substring(1).split("/", -1)) {
      String key = segment.replace("~1", "/").replace("~0", "~");
      tree = child(tree, key);
      path.append(key.matches("\\d+") ? "[" + key + "]" : "." + key);
    }
    return tree == null
        ? Optional.empty()
        : Optional.of("# " + path + "\n" + shortened(YamlWriter.write(tree)));
  }

  private static @Nullable Object child(@Nullable Object tree, String key) {
    return switch (tree) {
      case Map<?, ?> map -> map.get(key);
      case List<?> list when key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size() ->
          list.get(Integer.parseInt(key));
      case null, default -> null;
    };
  }

  private static boolean contains(SourceSpan outer, SourceSpan inner) {
    return outer.file() == inner.file()
        && outer.start() <= inner.start()
        && inner.end() <= outer.end();
  }

  private static String shortened(String yaml) {
    List<String> lines = yaml.lines().toList();
    return lines.size() <= MOST_LINES
        ? yaml
        : String.join("\n", lines.subList(0, MOST_LINES))
            + "\n# … %d more lines\n".formatted(lines.size() - MOST_LINES);
  }
}
