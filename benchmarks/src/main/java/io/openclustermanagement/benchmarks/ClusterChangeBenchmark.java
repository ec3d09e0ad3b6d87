package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.placement.FleetIndex;
import io.openclustermanagement.placement.PlacementPass;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One label of one cluster changes: the bitmaps and the decisions that this affects. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2000)
@Measurement(iterations = 1001)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class ClusterChangeBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PLACEMENTS = 1000;

  /** The size of the fleet. */
  @Param({"1000", "5000", "20000", "100000"})
  public int clusters;

  /** How many of the clusters a placement matches. */
  @Param({"TENTH", "ALL"})
  public BenchmarkFleet.Share matching;

  private final Random random = new Random(7);
  private FleetIndex index;
  private PlacementPass pass;
  private ManagedCluster changed;

  /** Builds the index and schedules everything once. */
  @Setup
  public void prepare() {
    BenchmarkFleet.Workload workload = BenchmarkFleet.workload(clusters, PLACEMENTS, matching);
    index = new FleetIndex(workload.fleet(), SchedulerOptions.of(Target.UPSTREAM));
    pass = new PlacementPass(index, workload.placements(), Target.UPSTREAM, NOW);
    pass.run(NOW);
    relabel();
  }

  /** Chooses the next cluster and its new labels. */
  @Setup(Level.Invocation)
  public void relabel() {
    ManagedCluster cluster = index.fleet().clusters().get(random.nextInt(clusters));
    changed = BenchmarkFleet.relabelled(cluster, random);
  }

  /** Brings everything up to date. */
  @Benchmark
  public int change() {
    return pass.put(changed, NOW).stream().mapToInt(r -> r.placementDecisions().size()).sum();
  }
}
