package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 50 policies with ten objects each on one cluster, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PolicyEvaluationBenchmark {
  private static final int POLICIES = 50;
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private List<Policy> policies;
  private ClusterState cluster;
  private PolicyEvaluator evaluator;

  /** Makes the policies and a cluster. */
  @Setup
  public void prepare() {
    PolicyWorkload workload = PolicyWorkload.of(POLICIES);
    policies = workload.policies();
    cluster = new ClusterState("cluster-0", Optional.empty(), workload.inventory(0), NOW);
    evaluator = PolicyEvaluator.standard();
  }

  /** Judges every policy; the sum keeps the work from being optimised away. */
  @Benchmark
  public int evaluate() {
    int length = 0;
    for (Policy policy : policies) {
      length += evaluator.evaluate(policy, cluster).templates().getFirst().message().length();
    }
    return length;
  }
}
