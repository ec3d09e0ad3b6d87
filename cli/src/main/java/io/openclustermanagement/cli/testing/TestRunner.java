package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.testing.TestResult.Failure;
import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.TestDefinition;
import io.openclustermanagement.compiler.program.TestDefinition.Step;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.governance.fleetrule.EvaluatedHub;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.placement.DuplicateObjectException;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Scheduler;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs tests, each on a virtual hub of its own. */
public final class TestRunner {
  private final Program program;
  private final List<SourceObject> objects;
  private final Function<Fleet, Scheduler> schedulers;
  private final GoldenFiles goldenFiles;
  private final Instant now;
  private final PolicyJudge judge;

  /**
   * @param objects the objects of the sources
   * @param schedulers gives the scheduler for a fleet
   * @param goldenFiles where generated objects are compared with files
   * @param now when tests begin that do not say it
   */
  public TestRunner(
      Program program,
      List<SourceObject> objects,
      Function<Fleet, Scheduler> schedulers,
      GoldenFiles goldenFiles,
      Instant now) {
    this.program = program;
    this.objects = List.copyOf(objects);
    this.schedulers = schedulers;
    this.goldenFiles = goldenFiles;
    this.now = now;
    this.judge = new PolicyJudge(objects.stream().map(SourceObject::object).toList());
  }

  /** Runs one test; a failed expectation does not keep the next from being looked at. */
  public TestResult run(TestDefinition test) {
    Instant start = test.at().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(now);
    VirtualHub hub =
        new VirtualHub(
            schedulers, fleet(test, start), DeclaredFleet.resources(test.fleet()), start);
    return new TestRun(hub).run(test);
  }

  private Fleet fleet(TestDefinition test, Instant start) {
    Fleet.Builder builder = Fleet.builder();
    builder.addAll(DeclaredFleet.objects(test.fleet(), start));
    objects.stream().map(SourceObject::object).filter(Fleet.Builder::accepts).forEach(builder::add);
    try {
      return builder.build();
    } catch (DuplicateObjectException e) {
      throw new IllegalStateException("the compiler let duplicates pass", e);
    }
  }

  /** One test while it runs. */
  private final class TestRun {
    private final VirtualHub hub;
    private final List<Failure> failures = new ArrayList<>();
    private final List<SourceSpan> notRun = new ArrayList<>();

    TestRun(VirtualHub hub) {
      this.hub = hub;
    }

    TestResult run(TestDefinition test) {
      test.steps().forEach(this::run);
      return new TestResult(test, failures, notRun);
    }

    private void run(Step step) {
      switch (step) {
        case Step.Given given -> given.clusters().forEach(name -> hub.change(name, given.facts()));
        case Step.GivenState given -> give(given);
        case Step.After after -> hub.advance(after.time());
        case Step.ExpectSelects selects -> expect(selects);
        case Step.ExpectRejects rejects -> expect(rejects);
        case Step.ExpectGenerated generated -> expect(generated);
        case Step.ExpectPolicy policy -> expect(policy);
        case Step.ExpectRollout rollout -> expect(rollout);
        case Step.ExpectHolds holds -> expect(holds);
        case Step.ExpectFails fails -> expect(fails);
        case Step.ExpectThat that -> expect(that);
        case Step.NotRunnable(var origin) -> notRun.add(origin.span());
      }
    }

    private void give(Step.GivenState step) {
      VerdictState state = verdict(step.state());
      HubName name = step.set() ? policySet(step.policy()) : policy(step.policy());
      for (String cluster : step.clusters()) {
        if (step.set()) {
          hub.given().set(name, cluster, state);
        } else {
          hub.given().policy(name, cluster, state);
        }
      }
    }

    private void expect(Step.ExpectSelects step) {
      Decided decided = decide(step.placement());
      List<String> chosen = decided.chosen();
      List<String> wanted = step.clusters();
      List<String> ofThem = chosen.stream().filter(wanted::contains).toList();
      boolean all = new HashSet<>(chosen).containsAll(wanted);
      boolean nothingElse = !step.exactly() || ofThem.size() == chosen.size();
      boolean inOrder = !step.inOrder() || ofThem.equals(wanted);
      if (!(all && nothingElse && inOrder)) {
        fail(step, "selects " + chosen, decided.reasons(missing(wanted, chosen)));
      }
    }

    private static List<String> missing(List<String> wanted, List<String> chosen) {
      return wanted.stream().filter(name -> !chosen.contains(name)).toList();
    }

    private void expect(Step.ExpectRejects step) {
      Decided decided = decide(step.placement());
      Set<String> chosen = Set.copyOf(decided.chosen());
      for (String cluster : step.clusters()) {
        if (chosen.contains(cluster)) {
          fail(step, "selects " + cluster, List.of());
        } else if (step.because().isPresent()) {
          expectReason(step, decided, cluster, step.because().get());
        }
      }
    }

    private void expectReason(
        Step.ExpectRejects step, Decided decided, String cluster, String because) {
      List<String> terms = decided.failedTerms(cluster);
      if (!mentions(decided.reasons(List.of(cluster)), because) && !mentions(terms, because)) {
        fail(step, "rejects " + cluster + " for other reasons", terms);
      }
    }

    private static boolean mentions(List<String> reasons, String part) {
      String wanted = part.toLowerCase(Locale.ROOT);
      return reasons.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void expect(Step.ExpectGenerated step) {
      List<KubernetesObject> generated =
          objects.stream()
              .map(SourceObject::object)
              .filter(o -> o.kind().equals(step.kind()) && o.metadata().name().equals(step.name()))
              .toList();
      goldenFiles
          .compare(step.origin().span().file().name(), step.file(), generated)
          .ifPresent(difference -> fail(step, difference.summary(), difference.lines()));
    }

    private void expect(Step.ExpectPolicy step) {
      PolicyDefinition policy = program.policy(step.policy()).orElseThrow();
      HubName name = policy(step.policy());
      for (String cluster : step.clusters()) {
        PolicyExpectation expectation =
            new PolicyExpectation(step, policy, judge.judge(name, cluster, hub));
        expectation
            .differences(cluster)
            .forEach(actual -> fail(step, actual, expectation.messages()));
      }
    }

    private void expect(Step.ExpectRollout step) {
      List<List<String>> steps = new Rollouts(hub, objects).steps(deployment(step.deployment()));
      List<List<String>> wanted = step.steps().stream().map(each -> sorted(each)).toList();
      if (!steps.equals(wanted)) {
        fail(step, "goes " + steps, List.of());
      }
    }

    private static List<String> sorted(List<String> clusters) {
      return clusters.stream().sorted().toList();
    }

    private void expect(Step.ExpectHolds step) {
      FleetRuleExpectation rule =
          new FleetRuleExpectation(judge.judge(fleetRule(step.rule()), hub));
      if (!rule.holds()) {
        fail(step, rule.outcome(), rule.reasons());
      }
    }

    private void expect(Step.ExpectFails step) {
      FleetRuleExpectation rule =
          new FleetRuleExpectation(judge.judge(fleetRule(step.rule()), hub));
      if (!rule.failsFor(step.keys())) {
        fail(step, rule.outcome(), rule.reasons());
      }
    }

    private void expect(Step.ExpectThat step) {
      Interpreter interpreter = new Interpreter(new HubWorld());
      if (!interpreter.holds(step.condition())) {
        List<String> values =
            interpreter.values(step.condition()).entrySet().stream()
                .map(value -> value.getKey() + " is " + value.getValue())
                .toList();
        fail(step, "false", values);
      }
    }

    private void fail(Step step, String actual, List<String> details) {
      SourceSpan place = step.origin().span();
      String expected = String.join(" ", place.text().split("\\s+")).replaceFirst("^expect ", "");
      failures.add(new Failure(place, expected, actual, details));
    }

    private Decided decide(GlobalName name) {
      SourceObject source = placement(name);
      Fleet before = hub.fleet();
      PlacementResult result = hub.decide((Placement) source.object());
      return new Decided(result, source.sourceMap(), before, hub.now());
    }

    /** What the interpreter of expressions sees of the hub. */
    private final class HubWorld implements Interpreter.World {
      private @Nullable EvaluatedHub evaluated;

      @Override
      public ManagedCluster cluster(String name) {
        ManagedCluster found = hub.fleet().cluster(name);
        return found == null ? ClusterChanges.unknown(name) : found;
      }

      @Override
      public List<ManagedCluster> placed(GlobalName placement) {
        return decide(placement).chosen().stream().map(this::cluster).toList();
      }

      @Override
      public List<ManagedCluster> members(GlobalName clusterSet) {
        return hub.members(clusterSet.name()).stream().map(this::cluster).toList();
      }

      @Override
      public Compliance compliance(String cluster, GlobalName policy, boolean set) {
        if (evaluated == null) {
          evaluated = judge.evaluated(hub);
        }
        HubName name = set ? policySet(policy) : policy(policy);
        return evaluated
            .compliance(cluster, set ? PolicySet.KIND : Policy.KIND, name.toString())
            .flatMap(Compliance::of)
            .orElse(Compliance.UNKNOWN);
      }
    }
  }

  private HubName policy(GlobalName name) {
    return new HubName(program.policy(name).orElseThrow().namespace(), name.name());
  }

  private HubName policySet(GlobalName name) {
    return new HubName(program.policySet(name).orElseThrow().namespace(), name.name());
  }

  private HubName deployment(GlobalName name) {
    return new HubName(program.deployment(name).orElseThrow().namespace(), name.name());
  }

  private HubName fleetRule(GlobalName name) {
    return new HubName(program.fleetRule(name).orElseThrow().namespace(), name.name());
  }

  private static VerdictState verdict(Compliance state) {
    return switch (state) {
      case COMPLIANT -> VerdictState.COMPLIANT;
      case NON_COMPLIANT -> VerdictState.NON_COMPLIANT;
      case PENDING -> VerdictState.PENDING;
      case UNKNOWN -> VerdictState.UNKNOWN;
    };
  }

  /** A placement that is used in several hub namespaces is tested in the one of its own module. */
  private SourceObject placement(GlobalName name) {
    Optional<String> namespace =
        program
            .placement(name)
            .map(PlacementDefinition::namespaces)
            .map(namespaces -> namespaces.getFirst().text());
    return objects.stream()
        .filter(source -> source.object() instanceof Placement)
        .filter(source -> source.object().metadata().name().equals(name.name()))
        .filter(source -> Objects.equals(source.identity().namespace(), namespace.orElse("")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no object for placement " + name));
  }
}
