package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.TestStep;
import java.util.function.Consumer;

/** A test that can never fail. */
final class TestWithoutExpectationRule implements LintRule {

  @Override
  public Code code() {
    return Code.TEST_WITHOUT_EXPECTATION;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Declaration.Test test : input.all(Declaration.Test.class)) {
      if (test.steps().stream().noneMatch(TestWithoutExpectationRule::isExpectation)) {
        report.accept(
            finding(test.title().span(), "This test expects nothing, so it can never fail.")
                .help("add an `expect`."));
      }
    }
  }

  private static boolean isExpectation(TestStep step) {
    return switch (step) {
      case TestStep.ExpectSelects _,
          TestStep.ExpectRejects _,
          TestStep.ExpectPolicy _,
          TestStep.ExpectRollout _,
          TestStep.ExpectHolds _,
          TestStep.ExpectFails _,
          TestStep.ExpectGenerated _,
          TestStep.Expect _,
          TestStep.Error _ ->
          true;
      case TestStep.GivenFact _, TestStep.GivenState _, TestStep.Given _, TestStep.After _ -> false;
    };
  }
}
