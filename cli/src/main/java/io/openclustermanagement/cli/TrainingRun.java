package io.openclustermanagement.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs once after a build, so that the ahead-of-time cache of the virtual machine
 * knows the classes that the everyday commands need.
 */
public final class TrainingRun {
  private TrainingRun() {}

  /**
   * Runs everyday commands and drops what they say.
   *
   * @param arguments {@code sources} for the commands that never schedule or {@code decisions} for
   *     those that do, and the directory of the examples
   */
  public static void main(String[] arguments) {
    String examples = arguments[1];
    String placements = examples + "/placements";
    String yaml = examples + "/yaml";
    if (arguments[0].equals("sources")) {
      run("--help");
      run("check", placements, yaml, examples + "/language");
      run("fmt", "--check", placements);
      run("build", placements);
      run("import", yaml);
      return;
    }
    String fleet = examples + "/fleet";
    run("simulate", placements, "--fleet", fleet);
    run("simulate", yaml, "--fleet", fleet, "-o", "json");
    run("explain", "placement", "prod-eu", "prod-us-east-1-1", placements, "--fleet", fleet);
    run("test", examples + "/tests");
  }

  private static void run(String... arguments) {
    Ocm.run(
        new Session(
            List.of(arguments),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of("LANG", "C.UTF-8"),
            Path.of(""),
            true,
            true,
            InstantSource.system()));
  }
}
