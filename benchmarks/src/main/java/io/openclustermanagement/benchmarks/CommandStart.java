package io.openclustermanagement.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times {@code ocm check} as a whole process, launcher included, on a file with 20 placements, and
 * watches its peak of resident memory.
 */
final class CommandStart {
  private static final int RUNS = 21;

  private CommandStart() {}

  /**
   * The medians over all runs.
   *
   * @param millis wall time
   * @param peakKib the highest resident set size
   */
  record Result(double millis, long peakKib) {}

  static Result measure(Path repository) throws IOException, InterruptedException {
    Path file = Files.createTempFile("placements", ".ocm");
    try {
      Files.writeString(file, source());
      List<String> command =
          List.of(repository.resolve("ocm").toString(), "check", file.toString());
      run(command);
      double[] millis = new double[RUNS];
      long[] peaks = new long[RUNS];
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        peaks[i] = run(command);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(millis);
      Arrays.sort(peaks);
      return new Result(millis[RUNS / 2], peaks[RUNS / 2]);
    } finally {
      Files.delete(file);
    }
  }

  /** Runs a command that has to succeed; gives the peak of its resident set in KiB. */
  private static long run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakKib(status));
      Thread.sleep(1);
    }
    if (process.exitValue() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    return peak;
  }

  /** The kernel's own high-water mark, so that the last look before the end is what counts. */
  private static long peakKib(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      return 0; // the process has ended, or there is no /proc
    }
    return 0;
  }

  private static String source() {
    List<String> lines = new ArrayList<>();
    lines.add("module bench.placements");
    lines.add("hub namespace \"bench\"");
    lines.add("clusterset all { members labelled bind to [\"bench\"] }");
    for (int i = 0; i < 20; i++) {
      lines.add(
          """
          placement p%d {
            from all
            where label.env == "prod" and label.region in ["r%d", "r%d"]
              and claim["product.example/tier"] != "test" and version >= v1.%d
            tolerate unreachable for 5m
            choose %d
            prefer { balance weight 2 allocatable memory weight 1 }
          }
          """
              .formatted(i, i, i + 1, 20 + i % 10, i + 1));
    }
    return String.join("\n", lines);
  }
}
