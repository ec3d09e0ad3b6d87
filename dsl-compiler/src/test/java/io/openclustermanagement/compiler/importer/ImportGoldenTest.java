package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code .yaml} in the golden folder against the files beside it: {@code .ocm} holds what is
 * written, each file behind a line {@code === name}, and {@code .err} what is reported. {@code
 * -Dgolden.write=true} rewrites them.
 */
final class ImportGoldenTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root", ".."))
          .resolve("dsl-compiler/src/test/resources/golden/import");

  @TestFactory
  Stream<DynamicTest> imports() throws IOException {
    return inputs().stream()
        .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> check(input)));
  }

  /** No expectation stays behind when its input goes. */
  @TestFactory
  Stream<DynamicTest> hasNoOrphans() throws IOException {
    List<String> inputs = inputs().stream().map(ImportGoldenTest::stem).toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.toList();
      return all.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () -> assertThat(inputs).contains(stem(file))));
    }
  }

  /** Every reason not to import something is shown by a file. */
  @Test
  void showsEveryCode() throws IOException {
    StringBuilder reports = new StringBuilder();
    for (Path input : inputs()) {
      Path report = Path.of(stem(input) + ".err");
      reports.append(Files.exists(report) ? Files.readString(report) : "");
    }
    assertThat(Code.values())
        .filteredOn(code -> code.id().startsWith("OCM7"))
        .allSatisfy(code -> assertThat(reports).contains("[" + code.id() + "]"));
  }

  private static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String stem(Path file) {
    return file.toString().replaceAll("\\.[a-z]+$", "");
  }

  private static void check(Path input) throws IOException {
    String name = input.getFileName().toString();
    Manifests manifests = ManifestReader.read(name, Files.readString(input));
    ImportResult result = Importer.importObjects(List.of(manifests));
    StringBuilder files = new StringBuilder();
    result.files().forEach(file -> files.append("=== %s%n%s".formatted(file.name(), file.text())));
    StringBuilder report = new StringBuilder();
    result.diagnostics().forEach(each -> append(each, report));
    expect(Path.of(stem(input) + ".ocm"), files.toString());
    expect(Path.of(stem(input) + ".err"), report.toString());
  }

  private static void expect(Path expected, String actual) throws IOException {
    boolean write = Boolean.getBoolean("golden.write");
    if (actual.isEmpty()) {
      if (write) {
        Files.deleteIfExists(expected);
      }
      assertThat(expected).doesNotExist();
      return;
    }
    boolean missing = !Files.exists(expected);
    if (write || missing) {
      Files.writeString(expected, actual);
    }
    if (missing && !write) {
      fail("wrote the missing expectation " + expected + "; look at it");
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static void append(Diagnostic finding, StringBuilder out) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    out.append("%s[%s]: %s%n".formatted(severity, finding.code().id(), finding.summary()));
    append("  --> ", finding.primary(), out);
    finding.related().forEach(label -> append("  and ", label, out));
    finding.notes().forEach(note -> out.append("  note: %s%n".formatted(note)));
    finding.help().ifPresent(help -> out.append("  help: %s%n".formatted(help)));
  }

  private static void append(String arrow, Label label, StringBuilder out) {
    SourceSpan span = label.span();
    out.append(arrow)
        .append("%d:%d `%s` %s%n".formatted(span.line(), span.column(), span.text(), label.text()));
  }
}
