package io.openclustermanagement.governance.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RegoCodeTest {
  private static final Pattern DATA = Pattern.compile("\\bdata\\.lib\\b");
  private static final String MODULE =
      """
      # package in.a.comment
      package real.name # data.lib in a comment

      x := "data.lib \\" data.lib"
      y := `data.lib
      package raw`
      z := data.lib.a + data.lib.b
      """;

  @Test
  void stringsAndCommentsAreNoCode() {
    RegoCode code = new RegoCode(MODULE);
    assertThat(code.packageName()).contains("real.name");
    assertThat(code.matches(DATA)).hasSize(2);
    String moved = code.replace(DATA, "data.other").inPackage("ocm.t1").text();
    assertThat(moved)
        .isEqualTo(
            MODULE
                .replace("package real.name", "package ocm.t1")
                .replace("z := data.lib.a + data.lib.b", "z := data.other.a + data.other.b"));
  }

  @Test
  void anImportTakesThePlaceOfAnEmptyLine() {
    assertThat(new RegoCode("package a\n\nx := 1\n").withImport("import rego.v1").text())
        .isEqualTo("package a\nimport rego.v1\nx := 1\n");
    assertThat(new RegoCode("package a\nx := 1\n").withImport("import rego.v1").text())
        .isEqualTo("package a\nimport rego.v1\nx := 1\n");
  }

  /** Law: whatever the text is, what is not replaced stays as it was. */
  @Test
  void anyTextIsRead() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> parts =
        List.of("\"", "`", "#", "\n", "\\", "package a", "data.lib", " ", "{", "é", "\0");
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      RegoCode code = new RegoCode(text.toString());
      assertThat(code.replace(DATA, "data.lib").text())
          .as("seed %d: %s", seed, text)
          .isEqualTo(text.toString());
    }
  }

  @Test
  void programsAreToldApartByAllTheyHave() {
    RegoModule a = new RegoModule("a", "package a");
    RegoModule b = new RegoModule("a", "package b");
    assertThat(new RegoProgram(List.of(a), "x").digest())
        .hasSize(64)
        .isEqualTo(new RegoProgram(List.of(a), "x").digest())
        .isNotEqualTo(new RegoProgram(List.of(a), "y").digest())
        .isNotEqualTo(new RegoProgram(List.of(b), "x").digest())
        .isNotEqualTo(new RegoProgram(List.of(a, a), "x").digest());
  }
}
