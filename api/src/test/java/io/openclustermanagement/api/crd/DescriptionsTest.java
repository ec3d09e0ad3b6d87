package io.openclustermanagement.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.Schema;
import io.openclustermanagement.api.schema.Schemas;
import io.openclustermanagement.api.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the descriptions to the Javadoc; {@code -Dgolden.write=true} rewrites them. */
class DescriptionsTest {
  private static final Path API =
      Path.of(System.getProperty("repository.root", ".."), "api/src/main");
  private static final Path RESOURCE =
      API.resolve("resources/io/openclustermanagement/api/crd").resolve(Descriptions.RESOURCE);

  @Test
  void descriptionsAreThoseOfTheJavadoc() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Class<?> kind : Kinds.all()) {
      collect(Schemas.object(kind), texts);
    }
    String lines =
        texts.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(RESOURCE, lines);
    }
    assertThat(lines).isEqualTo(Files.readString(RESOURCE)).doesNotContain("{@");
  }

  private static void collect(Schema schema, Map<String, String> texts) throws IOException {
    switch (schema) {
      case Schema.ArrayType type -> collect(type.items(), texts);
      case Schema.MapType type -> collect(type.values(), texts);
      case Schema.ObjectType type -> {
        String name = type.type().getSimpleName();
        if (!name.equals("ObjectMeta") && !texts.containsKey(name)) {
          describe(type.type(), texts);
          for (Field field : type.fields()) {
            collect(field.schema(), texts);
          }
        }
      }
      default -> assertThat(schema).isNotNull();
    }
  }

  private static void describe(Class<?> type, Map<String, String> texts) throws IOException {
    Path file = API.resolve("java").resolve(type.getName().replace('.', '/') + ".java");
    Matcher comment =
        Pattern.compile(
                "/\\*\\*(.*?)\\*/\\s+(@\\w+(\\(.*?\\)\\s*)?\\s*)*public record", Pattern.DOTALL)
            .matcher(Files.readString(file));
    assertThat(comment.find()).as(type.getSimpleName()).isTrue();
    String text = comment.group(1).replaceAll("\\n *\\* ?", "\n");
    String[] parts = text.split("\\n@param ");
    texts.put(type.getSimpleName(), sentence(parts[0].split("<p>")[0]));
    for (int i = 1; i < parts.length; i++) {
      String[] words = parts[i].split("\\s+", 2);
      texts.put(type.getSimpleName() + "." + words[0], sentence(words[1]));
    }
  }

  private static String sentence(String javadoc) {
    String text =
        javadoc
            .replaceAll("\\s*\\(\\{@code\\s[^}]*\\}\\)", "")
            .replaceAll("\\{@(code|link)\\s+(\\w+#)?([^}]*)\\}", "$3")
            .replaceAll("\\s+", " ")
            .strip();
    String start = text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    return start.endsWith(".") ? start : start + ".";
  }
}
