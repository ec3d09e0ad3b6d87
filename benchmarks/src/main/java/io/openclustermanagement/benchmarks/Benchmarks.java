package io.openclustermanagement.benchmarks;

import io.openclustermanagement.placement.FleetIndex;
import io.openclustermanagement.placement.PlacementPass;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs every benchmark and prints one table; {@code ./dev bench} starts it. */
public final class Benchmarks {
  private static final String ROW = "%-44s %-9s %-6s %10s %10s   %s%n";
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private Benchmarks() {}

  /**
   * @param args the root of the repository
   */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    System.out.printf(ROW, "measured", "clusters", "match", "median", "p90", "target");
    measure("all 1,000 placements", FullPassBenchmark.class);
    measure("decisions after one label changes", ClusterChangeBenchmark.class);
    for (BenchmarkFleet.Share share : BenchmarkFleet.Share.values()) {
      indexSize(share);
    }
    comparison();
    dryRun();
    reasoning("tenth", 10);
    reasoning("all", 100);
    commandStart(Path.of(args[0]));
  }

  private static void dryRun() throws IOException, InterruptedException {
    System.err.println("running FleetDryRun …");
    FleetDryRun.Result result = FleetDryRun.measure(1000);
    String what = "dry run of 50 policies, 10 objects each";
    System.out.printf(ROW, what, 1000, "all", millis(result.fullMillis()), "", "10 s");
    String changed = "dry run after one object changes";
    System.out.printf(ROW, changed, 1000, "all", millis(result.changeMillis()), "", "10 ms");
    String heap = "%.0f MB".formatted(result.heapMegabytes());
    System.out.printf(ROW, "dry run: heap of fleet and results", 1000, "all", heap, "", "1 GB");
  }

  /** The share is of results that are not compliant, which alone are facts of the rules engine. */
  private static void reasoning(String share, int violated) {
    System.err.println("running ReasoningLoad …");
    ReasoningLoad.Result result = ReasoningLoad.measure(violated);
    row("rules engine: 250,000 results", share, result.loadMillis(), "1 s");
    row("rules engine: one changed result", share, result.changeMillis(), "0.05 ms");
    String heap = "%.0f B".formatted(result.bytesPerFact());
    String what = "rules engine: heap of each of %,d facts".formatted(result.facts());
    System.out.printf(ROW, what, 1000, share, heap, "", "");
  }

  private static void row(String what, String share, double[] sorted, String target) {
    String median = millis(sorted[sorted.length / 2]);
    String p90 = millis(sorted[sorted.length * 9 / 10]);
    System.out.printf(ROW, what, 1000, share, median, p90, target);
  }

  private static void measure(String what, Class<?> benchmark) throws RunnerException {
    for (RunResult result : results(benchmark)) {
      Statistics times = result.getPrimaryResult().getStatistics();
      String clusters = result.getParams().getParam("clusters");
      String matching = result.getParams().getParam("matching");
      System.out.printf(
          ROW,
          what,
          clusters,
          matching.toLowerCase(Locale.ROOT),
          millis(times.getPercentile(50)),
          millis(times.getPercentile(90)),
          clusters.equals("5000") ? target(benchmark, matching) : "");
    }
  }

  private static Collection<RunResult> results(Class<?> benchmark) throws RunnerException {
    System.err.println("running " + benchmark.getSimpleName() + " …");
    return new Runner(
            new OptionsBuilder().include(benchmark.getName()).verbosity(VerboseMode.SILENT).build())
        .run();
  }

  private static void comparison() throws RunnerException {
    for (RunResult result : results(PolicyEvaluationBenchmark.class)) {
      Statistics times = result.getPrimaryResult().getStatistics();
      String what = "500 objects of a cluster judged";
      String median = millis(times.getPercentile(50));
      System.out.printf(ROW, what, 1, "all", median, millis(times.getPercentile(90)), "");
    }
  }

  private static String target(Class<?> benchmark, String matching) {
    if (benchmark == ClusterChangeBenchmark.class) {
      return "0.5 ms";
    }
    return matching.equals("TENTH")
        ? "60 ms (upstream's scheduler: about 6 s)"
        : "250 ms (upstream's scheduler: about 11 s)";
  }

  private static void indexSize(BenchmarkFleet.Share share) {
    BenchmarkFleet.Workload workload = BenchmarkFleet.workload(5000, 1000, share);
    FleetIndex index = new FleetIndex(workload.fleet(), SchedulerOptions.of(Target.UPSTREAM));
    new PlacementPass(index, workload.placements(), Target.UPSTREAM, NOW).run(NOW);
    String size = "%.2f MB".formatted(index.sizeInBytes() / 1e6);
    String matching = share.name().toLowerCase(Locale.ROOT);
    String what = "index (%d terms)".formatted(index.termCount());
    System.out.printf(ROW, what, 5000, matching, size, "", "5 MB");
  }

  private static void commandStart(Path repository) throws IOException, InterruptedException {
    CommandStart.Result result = CommandStart.measure(repository);
    String what = "ocm check, 20 placements: ";
    System.out.printf(ROW, what + "wall", "", "", millis(result.millis()), "", "200 ms");
    String peak = "%.1f MB".formatted(result.peakKib() * 1024 / 1e6);
    System.out.printf(ROW, what + "resident", "", "", peak, "", "60 MB");
  }

  private static String millis(double value) {
    return (value < 10 ? "%.3f ms" : "%.0f ms").formatted(value);
  }
}
