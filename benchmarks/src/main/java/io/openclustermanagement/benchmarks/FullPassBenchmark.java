package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.placement.FleetIndex;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All placements of a fleet, one after the other: filter, score, select, group. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class FullPassBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PLACEMENTS = 1000;

  /** The size of the fleet. */
  @Param({"1000", "5000", "20000", "100000"})
  public int clusters;

  /** How many of the clusters a placement matches. */
  @Param({"TENTH", "ALL"})
  public BenchmarkFleet.Share matching;

  private BenchmarkFleet.Workload workload;
  private Scheduler scheduler;

  /** Builds the fleet and its index. */
  @Setup
  public void prepare() {
    workload = BenchmarkFleet.workload(clusters, PLACEMENTS, matching);
    FleetIndex index = new FleetIndex(workload.fleet(), SchedulerOptions.of(Target.UPSTREAM));
    scheduler = new Scheduler(index, Target.UPSTREAM);
  }

  /** Schedules every placement; the sum keeps the work from being optimised away. */
  @Benchmark
  public int schedule() {
    int chosen = 0;
    for (Placement placement : workload.placements()) {
      chosen += scheduler.schedule(placement, NOW).placementDecisions().size();
    }
    return chosen;
  }
}
