package io.openclustermanagement.placement.cel;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import io.openclustermanagement.placement.CelCompilationException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The environment that upstream compiles selectors in ({@code pkg/placement/helpers/cel.go}, {@code
 * NewEnv}): parser and type checker with all declarations. Building it costs more than using it, so
 * there is one, built when the first expression comes.
 */
final class CelEnvironment {
  private static final Pattern SYNTAX_ERROR =
      Pattern.compile(
          "(?m)^(ERROR: <input>:\\d+:\\d+: )"
              + "(?=mismatched input|extraneous input|no viable|token recognition|missing )");
  private static final Pattern CANDIDATES = Pattern.compile("(?m) \\(candidates: .*\\)$");

  private final CelParser parser;
  private final CelChecker checker;

  private CelEnvironment() {
    CelOptions options =
        CelOptions.current().enableOptionalSyntax(true).enableQuotedIdentifierSyntax(false).build();
    parser =
        CelParserFactory.standardCelParserBuilder()
            .setOptions(options)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(Macros.all())
            .build();
    checker =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(options)
            .addVarDeclarations(
                CelVarDecl.newVarDeclaration(
                    Planner.MANAGED_CLUSTER, MapType.create(SimpleType.STRING, SimpleType.DYN)),
                CelVarDecl.newVarDeclaration("net.IP", TypeType.create(Declarations.IP)),
                CelVarDecl.newVarDeclaration("net.CIDR", TypeType.create(Declarations.CIDR)))
            .addFunctionDeclarations(Declarations.functions())
            .build();
  }

  private static final class Holder {
    static final CelEnvironment INSTANCE = new CelEnvironment();
  }

  static CelEnvironment get() {
    return Holder.INSTANCE;
  }

  /**
   * A plan of an expression.
   *
   * @throws CelCompilationException with the text that upstream's condition carries
   */
  Planner.Plan compile(String expression) throws CelCompilationException {
    CelAbstractSyntaxTree tree = check(expression);
    try {
      return Planner.plan(tree);
    } catch (Planner.UnsupportedException e) {
      throw new CelCompilationException("instantiation failed: " + e.getMessage());
    }
  }

  /** The type-checked syntax tree of an expression. */
  CelAbstractSyntaxTree check(String expression) throws CelCompilationException {
    try {
      CelValidationResult parsed = parser.parse(expression);
      CelAbstractSyntaxTree tree =
          parsed.hasError() ? parsed.getAst() : checker.check(parsed.getAst()).getAst();
      List<CelIssue> issues = FormatCheck.check(tree);
      if (!issues.isEmpty()) {
        throw new CelValidationException(tree.getSource(), issues);
      }
      return tree;
    } catch (CelValidationException e) {
      throw new CelCompilationException("compilation failed: " + asUpstream(e));
    }
  }

  /** The issues in cel-go's words: dev.cel lists candidates, but does not mark syntax errors. */
  private static String asUpstream(CelValidationException e) {
    String issues = CelIssue.toDisplayString(e.getErrors(), e.getSource());
    String marked = SYNTAX_ERROR.matcher(issues).replaceAll("$1Syntax error: ");
    return CANDIDATES.matcher(marked).replaceAll("");
  }
}
