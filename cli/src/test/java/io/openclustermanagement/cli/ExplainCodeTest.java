package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code ocm explain CODE} prints the page of the code, which the build copies from the docs. */
class ExplainCodeTest {

  @Test
  void printsThePageOfACode() throws IOException {
    SessionRecorder.Outcome outcome = run("ocm explain OCM1010");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out())
        .startsWith("OCM1010: A value of another type than is expected here\n")
        .contains("\n    error[OCM1010]: Version cannot be compared with Float.\n")
        .contains("\nWhat to do\n")
        .doesNotContain("```");
  }

  @Test
  void aCodeThatDoesNotExistIsReported() throws IOException {
    SessionRecorder.Outcome outcome = run("ocm explain OCM101O");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).startsWith("ocm: There is no code `OCM101O`. Did you mean `OCM101");
  }

  private static SessionRecorder.Outcome run(String line) throws IOException {
    return new SessionRecorder(Path.of(".")).run(line);
  }
}
