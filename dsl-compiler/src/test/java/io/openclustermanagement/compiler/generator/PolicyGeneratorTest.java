package io.openclustermanagement.compiler.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.compiler.importer.ImportOptions;
import io.openclustermanagement.compiler.importer.ImportResult;
import io.openclustermanagement.compiler.importer.Importer;
import io.openclustermanagement.compiler.importer.RoundTrip;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code .txt} in the golden folder holds files, each behind a line {@code === name}, of which
 * the first is a PolicyGenerator. Beside it lies what that stands for, {@code .yaml}, or why that
 * cannot be said, {@code .err}. {@code -Dgolden.write=true} rewrites them. What can be expanded
 * comes back from the import as it was.
 */
final class PolicyGeneratorTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root", ".."))
          .resolve("dsl-compiler/src/test/resources/golden/generator");

  @TestFactory
  Stream<DynamicTest> expands() throws IOException {
    return inputs().stream()
        .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> check(input)));
  }

  @TestFactory
  Stream<DynamicTest> comesBack() throws IOException {
    return inputs().stream()
        .map(
            input ->
                DynamicTest.dynamicTest(input.getFileName().toString(), () -> comesBack(input)));
  }

  private static void check(Path input) throws IOException {
    List<SourceFile> files = files(input);
    String stem = input.toString().replaceAll("\\.txt$", "");
    switch (PolicyGenerator.expand(generator(files), path -> find(files, path))) {
      case Expansion.Generated(List<JsonObject> objects) ->
          expect(Path.of(stem + ".yaml"), ManifestWriter.yaml(objects(objects)));
      case Expansion.Refused(String pointer, String why) ->
          expect(Path.of(stem + ".err"), "%s: %s%n".formatted(pointer, why));
    }
  }

  private static void comesBack(Path input) throws IOException {
    List<SourceFile> files = files(input);
    SourceFile first = files.getFirst();
    List<Manifests> manifests = List.of(ManifestReader.read(first.name(), first.text()));
    ImportOptions options = new ImportOptions(Optional.empty(), loader(files));
    ImportResult result = Importer.importObjects(manifests, options);
    assertThat(result.diagnostics()).noneMatch(Diagnostic::isError);
    assertThat(RoundTrip.differences(manifests, options, result)).isEmpty();
    boolean refused = input.getFileName().toString().startsWith("no-");
    assertThat(result.diagnostics())
        .filteredOn(each -> each.summary().startsWith("`PolicyGenerator "))
        .extracting(Diagnostic::code)
        .isEqualTo(refused ? List.of(Code.CARRIED) : List.of());
  }

  private static List<GenericObject> objects(List<JsonObject> objects) {
    return objects.stream().map(GenericObject::new).toList();
  }

  private static JsonObject generator(List<SourceFile> files) {
    SourceFile first = files.getFirst();
    return ((GenericObject)
            ManifestReader.readGeneric(first.name(), first.text()).documents().getFirst().object())
        .content();
  }

  private static GeneratorFiles.Found find(List<SourceFile> files, String path) {
    List<SourceFile> below =
        files.stream()
            .filter(each -> each.name().startsWith(path.replaceAll("/$", "") + "/"))
            .toList();
    return files.stream()
        .filter(each -> each.name().equals(path))
        .findFirst()
        .<GeneratorFiles.Found>map(GeneratorFiles.Found.OneFile::new)
        .orElseGet(
            () ->
                below.isEmpty()
                    ? new GeneratorFiles.Found.Missing("There is no file `%s`.".formatted(path))
                    : new GeneratorFiles.Found.Directory(below));
  }

  private static SourceLoader loader(List<SourceFile> files) {
    SourceLoader single = SourceLoader.of(files);
    return new SourceLoader() {
      @Override
      public Optional<SourceFile> module(String module) {
        return Optional.empty();
      }

      @Override
      public FileLookup files(SourceFile source, String pattern) {
        String folder = pattern.replaceAll("\\*$", "");
        List<SourceFile> below =
            files.stream().filter(each -> each.name().startsWith(folder)).toList();
        return pattern.endsWith("/*") && !below.isEmpty()
            ? new FileLookup(below, Optional.empty())
            : single.files(source, pattern);
      }
    };
  }

  private static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static List<SourceFile> files(Path input) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (String part : Files.readString(input).split("(^|\n)=== ", -1)) {
      if (!part.isBlank()) {
        String[] lines = part.split("\n", 2);
        files.add(new SourceFile(lines[0].strip().toLowerCase(Locale.ROOT), lines[1] + "\n"));
      }
    }
    return files;
  }

  private static void expect(Path expected, String actual) throws IOException {
    boolean missing = !Files.exists(expected);
    if (missing || Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, actual);
    }
    if (missing && !Boolean.getBoolean("golden.write")) {
      fail("wrote the missing expectation " + expected + "; look at it");
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
