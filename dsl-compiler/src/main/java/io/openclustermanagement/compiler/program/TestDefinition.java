package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A test: its steps run one after the other on a fleet, with a virtual clock.
 *
 * @param module the module it stands in
 * @param at the day (midnight UTC) at which it starts; empty for the clock of the run
 */
public record TestDefinition(
    String module,
    String title,
    FleetDefinition fleet,
    Optional<LocalDate> at,
    List<Step> steps,
    Origin origin) {

  public TestDefinition {
    steps = List.copyOf(steps);
  }

  /** A line of a test. Clusters are given by their names on the hub. */
  public sealed interface Step {

    Origin origin();

    /**
     * From here on these facts hold of the clusters. Taints are added to those the clusters have
     * and begin now; maps are merged.
     */
    record Given(List<String> clusters, ClusterFacts facts, Origin origin) implements Step {
      public Given {
        clusters = List.copyOf(clusters);
      }
    }

    /**
     * From here on a policy or a policy set is taken to stand so on the clusters, whatever their
     * resources say.
     *
     * @param set whether it is a policy set
     */
    record GivenState(
        GlobalName policy, boolean set, Compliance state, List<String> clusters, Origin origin)
        implements Step {
      public GivenState {
        clusters = List.copyOf(clusters);
      }
    }

    /** Time goes by. */
    record After(Duration time, Origin origin) implements Step {}

    /**
     * Which clusters a placement chooses.
     *
     * @param exactly whether nothing else may be chosen
     * @param inOrder whether the clusters are chosen in this order
     */
    record ExpectSelects(
        GlobalName placement,
        List<String> clusters,
        boolean exactly,
        boolean inOrder,
        Origin origin)
        implements Step {
      public ExpectSelects {
        clusters = List.copyOf(clusters);
      }
    }

    /**
     * Which clusters a placement leaves out.
     *
     * @param because a part of the explanation, case ignored; empty for any reason
     */
    record ExpectRejects(
        GlobalName placement, List<String> clusters, Optional<String> because, Origin origin)
        implements Step {
      public ExpectRejects {
        clusters = List.copyOf(clusters);
      }
    }

    /**
     * The generated object equals the one in a file.
     *
     * @param file relative to the source that holds the test
     */
    record ExpectGenerated(String kind, String name, String file, Origin origin) implements Step {}

    /**
     * A cluster that gets a policy stands so with it.
     *
     * @param violations that there are, among others
     */
    record ExpectPolicy(
        GlobalName policy,
        Compliance state,
        List<String> clusters,
        List<Violation> violations,
        Origin origin)
        implements Step {
      public ExpectPolicy {
        clusters = List.copyOf(clusters);
        violations = List.copyOf(violations);
      }
    }

    /** In which steps the clusters get a deployment where all goes well. */
    record ExpectRollout(GlobalName deployment, List<List<String>> steps, Origin origin)
        implements Step {
      public ExpectRollout {
        steps = steps.stream().map(List::copyOf).toList();
      }
    }

    /** A rule over the fleet holds, whatever clusters that nothing is heard of may report. */
    record ExpectHolds(GlobalName rule, Origin origin) implements Step {}

    /**
     * A rule over the fleet fails.
     *
     * @param keys for these elements and no others; empty for any
     */
    record ExpectFails(GlobalName rule, Optional<List<String>> keys, Origin origin)
        implements Step {
      public ExpectFails {
        keys = keys.map(List::copyOf);
      }
    }

    /** Something holds. */
    record ExpectThat(Expr condition, Origin origin) implements Step {
      public ExpectThat {
        if (!condition.type().fits(Type.Simple.BOOL)) {
          throw new IllegalArgumentException("an expectation is Bool, not " + condition.type());
        }
      }
    }

    /** A line that cannot be run yet; a diagnostic has said so. */
    record NotRunnable(Origin origin) implements Step {}
  }

  /**
   * A violation that a policy is expected to find.
   *
   * @param rule what the source calls the rule or template that finds it
   * @param object the kind of the resource and its name, behind its namespace and a slash if it has
   *     one, as {@code Pod team-a/web}; empty for any
   * @param message a part of what is said about it, case ignored; empty for anything
   */
  public record Violation(
      String rule, Optional<String> object, Optional<String> message, Origin origin) {}
}
