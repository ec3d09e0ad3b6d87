package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every golden source compiles to is valid as the types say, which are equal to upstream's
 * CRDs, and each part of it is known to come from some place in the sources.
 */
final class EmittedObjectsTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("repository.root", ".."))
          .resolve("dsl-compiler/src/test/resources/golden/compile");

  @TestFactory
  Stream<DynamicTest> areValid() throws IOException {
    return tests(EmittedObjectsTest::checkValid);
  }

  @TestFactory
  Stream<DynamicTest> comeFromTheSources() throws IOException {
    return tests(EmittedObjectsTest::checkPlaces);
  }

  private interface Check {
    void check(Snippet snippet);
  }

  private static Stream<DynamicTest> tests(Check check) throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      List<Path> inputs = files.filter(file -> file.toString().endsWith(".ocm")).sorted().toList();
      return inputs.stream()
          .map(
              input ->
                  DynamicTest.dynamicTest(
                      input.getFileName().toString(),
                      () -> check.check(Snippet.parse(Files.readString(input)))));
    }
  }

  private static void checkValid(Snippet snippet) {
    for (EmittedObject emitted : snippet.compile().objects()) {
      boolean verbatim = emitted.object() instanceof GenericObject;
      assertThat(verbatim ? List.of() : problems(ManifestWriter.yaml(emitted.object()))).isEmpty();
      if (emitted.object() instanceof Policy policy) {
        policy.spec().policyTemplates().forEach(EmittedObjectsTest::checkTemplate);
      }
    }
  }

  private static void checkTemplate(PolicyTemplate template) {
    GenericObject object = new GenericObject(template.objectDefinition());
    if (object.apiVersion().startsWith(PolicyApi.GROUP)) {
      assertThat(problems(ManifestWriter.yaml(object))).isEmpty();
    }
  }

  private static List<Problem> problems(String yaml) {
    return ManifestReader.read("emitted.yaml", yaml).problems();
  }

  private static void checkPlaces(Snippet snippet) {
    CompilationResult result = snippet.compile();
    for (EmittedObject emitted : result.objects()) {
      JsonValue tree = JsonObject.of(ManifestWriter.tree(emitted.object()));
      List<String> leaves = new ArrayList<>();
      leaves(tree, "", leaves);
      assertThat(leaves)
          .allSatisfy(pointer -> assertThat(emitted.sourceMap().find(pointer)).isPresent());
      assertThat(emitted.sourceMap().spans().keySet())
          .allSatisfy(pointer -> resolve(tree, pointer));
    }
  }

  private static void leaves(JsonValue value, String pointer, List<String> leaves) {
    switch (value) {
      case JsonObject(var fields) ->
          fields.forEach(
              (name, field) -> leaves(field, pointer + "/" + FieldPath.escape(name), leaves));
      case JsonArray(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          leaves(items.get(i), pointer + "/" + i, leaves);
        }
      }
      default -> leaves.add(pointer);
    }
  }

  private static void resolve(JsonValue tree, String pointer) {
    JsonValue value = tree;
    for (String segment : pointer.split("/", -1)) {
      if (segment.isEmpty()) {
        continue;
      }
      String name = segment.replace("~1", "/").replace("~0", "~");
      value = Objects.requireNonNull(part(value, name), pointer);
    }
  }

  private static @Nullable JsonValue part(JsonValue value, String name) {
    return switch (value) {
      case JsonObject object -> object.get(name);
      case JsonArray(var items) -> items.get(Integer.parseInt(name));
      default -> null;
    };
  }
}
