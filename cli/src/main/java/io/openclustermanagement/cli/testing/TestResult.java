package io.openclustermanagement.cli.testing;

import io.openclustermanagement.compiler.program.TestDefinition;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * What came of a test.
 *
 * @param failures the expectations that do not hold, in their order
 * @param notRun the lines that cannot be run yet
 */
public record TestResult(TestDefinition test, List<Failure> failures, List<SourceSpan> notRun) {

  public TestResult {
    failures = List.copyOf(failures);
    notRun = List.copyOf(notRun);
  }

  /** How a test can end. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** Nothing failed, but not all of it could be run. */
    NOT_RUN
  }

  public Outcome outcome() {
    if (!failures.isEmpty()) {
      return Outcome.FAILED;
    }
    return notRun.isEmpty() ? Outcome.PASSED : Outcome.NOT_RUN;
  }

  /**
   * An expectation that does not hold.
   *
   * @param place where it is written
   * @param expected what it wants
   * @param actual what there is instead
   * @param details the values that explain it, a line each
   */
  public record Failure(SourceSpan place, String expected, String actual, List<String> details) {
    public Failure {
      details = List.copyOf(details);
    }
  }
}
