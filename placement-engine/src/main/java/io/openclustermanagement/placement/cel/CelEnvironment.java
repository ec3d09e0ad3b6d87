package io.openclustermanagement.placement.cel;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import io.openclustermanagement.placement.CelCompilationException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What expressions are compiled in: parser and type checker with all declarations. Building it
 * costs more than using it, so that the one of selectors is built once, when the first expression
 * comes.
 */
final class CelEnvironment {
  private static final Pattern SYNTAX_ERROR =
      Pattern.compile(
          "(?m)^(ERROR: <input>:\\d+:\\d+: )"
              + "(?=mismatched input|extraneous input|no viable|token recognition|missing )");
  private static final Pattern CANDIDATES = Pattern.compile("(?m) \\(candidates: .*\\)$");

  private static final CelOptions OPTIONS =
      CelOptions.current().enableOptionalSyntax(true).enableQuotedIdentifierSyntax(false).build();

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addMacros(Macros.all())
          .build();

  private final List<String> inputs;
  private final CelChecker checker;

  private CelEnvironment(List<String> inputs, CelChecker checker) {
    this.inputs = inputs;
    this.checker = checker;
  }

  private static final class Selectors {
    static final CelEnvironment INSTANCE =
        new CelEnvironment(
            List.of(Planner.MANAGED_CLUSTER),
            checker(Declarations.ofSelectors())
                .addVarDeclarations(
                    CelVarDecl.newVarDeclaration(
                        Planner.MANAGED_CLUSTER, MapType.create(SimpleType.STRING, SimpleType.DYN)))
                .build());
  }

  private static final class Objects {
    static final CelChecker CHECKER = checker(Declarations.ofObjects()).build();
  }

  private static final class Fleets {
    static final CelChecker CHECKER = checker(Declarations.ofFleets()).build();
  }

  /**
   * The environment of upstream's cluster selectors ({@code pkg/placement/helpers/cel.go}, {@code
   * NewEnv}).
   */
  static CelEnvironment selectors() {
    return Selectors.INSTANCE;
  }

  /** The environment of conditions on objects, with Kubernetes' libraries and some inputs. */
  static CelEnvironment objects(Map<String, CelType> inputs) {
    return of(Objects.CHECKER, inputs);
  }

  /** The environment of rules over the fleet, which has the functions of the hub as well. */
  static CelEnvironment fleet(Map<String, CelType> inputs) {
    return of(Fleets.CHECKER, inputs);
  }

  private static CelEnvironment of(CelChecker checker, Map<String, CelType> inputs) {
    CelCheckerBuilder builder = checker.toCheckerBuilder();
    inputs.forEach(
        (name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
    return new CelEnvironment(List.copyOf(inputs.keySet()), builder.build());
  }

  /** The names of the inputs, in the order in which a plan reads them. */
  List<String> inputs() {
    return inputs;
  }

  private static CelCheckerBuilder checker(List<CelFunctionDecl> functions) {
    return CelCompilerFactory.standardCelCheckerBuilder()
        .setOptions(OPTIONS)
        .addVarDeclarations(
            CelVarDecl.newVarDeclaration("net.IP", TypeType.create(Declarations.IP)),
            CelVarDecl.newVarDeclaration("net.CIDR", TypeType.create(Declarations.CIDR)))
        .addFunctionDeclarations(functions);
  }

  /**
   * A plan of an expression.
   *
   * @throws CelCompilationException with the text that upstream's condition carries
   */
  Planner.Plan compile(String expression) throws CelCompilationException {
    CelAbstractSyntaxTree tree = check(expression);
    try {
      return plan(tree);
    } catch (Planner.UnsupportedException e) {
      throw new CelCompilationException("instantiation failed: " + e.getMessage());
    }
  }

  /** The steps of a type-checked expression. */
  Planner.Plan plan(CelAbstractSyntaxTree tree) throws Planner.UnsupportedException {
    return Planner.plan(tree, inputs);
  }

  /** The type-checked syntax tree of an expression. */
  CelAbstractSyntaxTree check(String expression) throws CelCompilationException {
    try {
      return validate(expression);
    } catch (CelValidationException e) {
      throw new CelCompilationException("compilation failed: " + asUpstream(e));
    }
  }

  /** The type-checked syntax tree of an expression, or what is wrong with it. */
  CelAbstractSyntaxTree validate(String expression) throws CelValidationException {
    CelValidationResult parsed = PARSER.parse(expression);
    CelAbstractSyntaxTree tree =
        parsed.hasError() ? parsed.getAst() : checker.check(parsed.getAst()).getAst();
    List<CelIssue> issues = FormatCheck.check(tree);
    if (!issues.isEmpty()) {
      throw new CelValidationException(tree.getSource(), issues);
    }
    return tree;
  }

  /** The issues in cel-go's words: dev.cel lists candidates, but does not mark syntax errors. */
  private static String asUpstream(CelValidationException e) {
    String issues = CelIssue.toDisplayString(e.getErrors(), e.getSource());
    String marked = SYNTAX_ERROR.matcher(issues).replaceAll("$1Syntax error: ");
    return CANDIDATES.matcher(marked).replaceAll("");
  }
}
