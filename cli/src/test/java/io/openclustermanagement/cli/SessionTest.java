package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions with the command: each folder below {@code src/test/sessions} holds the lines of a
 * session in {@code session}, the files it works on, and the whole transcript in {@code expected}.
 *
 * <p>A session that says {@code bin/opa} gets OPA there, and is skipped on a machine without it.
 *
 * <p>A missing transcript is written and the test fails; {@code -Dgolden.write=true} rewrites all.
 */
class SessionTest {
  private static final Path SESSIONS = Path.of("src/test/sessions");
  private static final Path EXAMPLES =
      Path.of(System.getProperty("repository.root", "..")).resolve("examples");

  @TestFactory
  Stream<DynamicTest> sessions(@TempDir Path scratch) throws IOException {
    try (Stream<Path> folders = Files.list(SESSIONS)) {
      return folders.sorted().toList().stream()
          .map(folder -> DynamicTest.dynamicTest(name(folder), () -> check(folder, scratch)));
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static void check(Path folder, Path scratch) throws IOException {
    Path directory = scratch.resolve(name(folder));
    copy(folder, directory);
    Path examples = directory.resolve("examples");
    Files.createSymbolicLink(examples, EXAMPLES.toRealPath());
    List<String> lines = Files.readAllLines(folder.resolve("session"));
    if (lines.stream().anyMatch(line -> line.contains("bin/opa"))) {
      Files.createDirectory(directory.resolve("bin"));
      Files.createSymbolicLink(directory.resolve("bin/opa"), OpaTool.path());
    }
    String actual = new SessionRecorder(directory).record(lines);
    Files.delete(examples);
    compare(folder.resolve("expected"), actual);
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, actual);
    } else if (!Files.exists(expected)) {
      Files.writeString(expected, actual);
      fail("there was no %s; it is written now, look at it", expected);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
