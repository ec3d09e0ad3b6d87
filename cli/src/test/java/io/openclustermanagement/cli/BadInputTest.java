package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no golden session can hold: huge files, closed pipes, full disks, and our own mistakes. */
class BadInputTest {
  private static final String PLACEMENT =
      """
      apiVersion: cluster.open-cluster-management.io/v1beta1
      kind: Placement
      metadata: {name: web, namespace: acme}
      spec: {}
      """;

  @TempDir Path directory;

  @Test
  void aFileOfAHundredMegabytesIsRefused() throws IOException {
    for (String name : List.of("huge.yaml", "huge.ocm")) {
      try (RandomAccessFile file = new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
        file.setLength(100L << 20);
      }
      var outcome = new SessionRecorder(directory).run("ocm check " + name);
      assertThat(outcome.code()).isEqualTo(ExitCode.SOURCES_DO_NOT_CHECK);
      assertThat(outcome.err()).contains("`" + name + "` is larger than");
    }
  }

  @Test
  void aClosedPipeEndsQuietly() throws IOException {
    Recorder err = new Recorder();
    assertThat(simulate(new Failing("Broken pipe"), err, InstantSource.system()))
        .isEqualTo(ExitCode.OK);
    assertThat(err.text()).isEmpty();
  }

  @Test
  void aFullDiskIsReported() throws IOException {
    Recorder err = new Recorder();
    assertThat(simulate(new Failing("No space left on device"), err, InstantSource.system()))
        .isEqualTo(ExitCode.OUTSIDE_FAILED);
    assertThat(err.text())
        .isEqualTo("ocm: The output cannot be written: No space left on device.\n");
  }

  @Test
  void ourOwnMistakeIsSavedAndNamedWithoutAStackTrace() throws IOException {
    Recorder err = new Recorder();
    InstantSource broken =
        () -> {
          throw new IllegalStateException("the clock is broken");
        };
    assertThat(simulate(new Recorder(), err, broken)).isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(err.text()).contains("OCM9001").doesNotContain("IllegalStateException");
    try (Stream<Path> files = Files.list(directory)) {
      Path report =
          files.filter(f -> f.getFileName().toString().startsWith("ocm-report-")).findFirst().get();
      assertThat(err.text()).contains(report.toString());
      assertThat(report).content().contains("the clock is broken", "[simulate, web.yaml]");
    }
  }

  @Test
  void garbledSourcesNeverEndInOurOwnMistake() throws IOException {
    long seed = 20261122;
    Random random = new Random(seed);
    Path examples = Path.of(System.getProperty("repository.root", "..")).resolve("examples");
    byte[] yaml = Files.readAllBytes(examples.resolve("yaml/placements.yaml"));
    byte[] ocm = Files.readAllBytes(examples.resolve("placements/platform.ocm"));
    for (int i = 0; i < 150; i++) {
      boolean isYaml = i % 2 == 0;
      String name = isYaml ? "garbled.yaml" : "garbled.ocm";
      Files.write(directory.resolve(name), garble(isYaml ? yaml : ocm, random));
      var outcome = new SessionRecorder(directory).run("ocm check " + name);
      assertThat(outcome.code())
          .as("seed %d, round %d: %s", seed, i, outcome.err())
          .isIn(ExitCode.OK, ExitCode.SOURCES_DO_NOT_CHECK);
    }
  }

  private static byte[] garble(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : bytes;
  }

  private ExitCode simulate(OutputStream out, OutputStream err, InstantSource clock)
      throws IOException {
    Files.writeString(directory.resolve("web.yaml"), PLACEMENT);
    return Ocm.run(
        new Session(
            List.of("simulate", "web.yaml"),
            InputStream.nullInputStream(),
            out,
            err,
            Map.of("TMPDIR", directory.toString()),
            directory,
            false,
            false,
            clock));
  }

  private static final class Recorder extends ByteArrayOutputStream {
    String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }

  private static final class Failing extends OutputStream {
    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
