package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.placement.AddOnScores;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a selector expression apart, and says what each part of it found on a cluster. */
public final class CelExplainer {
  private static final int LONGEST_VALUE = 80;

  private final DevCelSelectors selectors = new DevCelSelectors();

  /** An explainer; all share the compiled expressions. */
  public CelExplainer() {}

  /**
   * A field that an atom read.
   *
   * @param path the field as the expression names it
   * @param value its value on one line; {@code null} if the cluster has no such field
   */
  public record Found(String path, @Nullable String value) {}

  /**
   * What an atom gave on a cluster.
   *
   * @param outcome whether it held, or why it gave no answer
   * @param found the fields it read, in the order it names them
   */
  public record Evaluated(CelOutcome outcome, List<Found> found) {
    /** Keeps a copy of the fields. */
    public Evaluated {
      found = List.copyOf(found);
    }
  }

  /**
   * The boolean structure of an expression.
   *
   * @throws CelCompilationException when the expression does not compile
   */
  public CelTerm parse(String expression) throws CelCompilationException {
    selectors.compile(expression);
    return BooleanStructure.of(expression, this::condition);
  }

  private Optional<CelCondition> condition(String atom) {
    try {
      return ConditionRecognizer.recognize(CelEnvironment.selectors().check(atom).getExpr());
    } catch (CelCompilationException e) {
      throw new IllegalStateException("an atom of a valid expression: " + atom, e);
    }
  }

  /** Whether a term holds on a cluster, by evaluating its text alone. */
  public CelOutcome evaluate(CelTerm term, ManagedCluster cluster, AddOnScores scores) {
    return compiled(term.text()).evaluate(cluster, scores);
  }

  /** Whether an atom holds on a cluster, and what it found there. */
  public Evaluated explain(CelTerm.Atom atom, ManagedCluster cluster, AddOnScores scores) {
    List<Found> found = new ArrayList<>();
    if (atom.condition().orElse(null) instanceof CelCondition.ClaimIn claim) {
      found.add(new Found("claim " + claim.name(), cluster.claims().get(claim.name())));
    } else {
      Map<String, DevCelSelectors.CelProgram> paths = paths(atom.text());
      paths.forEach((path, program) -> found.add(read(path, program, cluster, scores)));
    }
    return new Evaluated(evaluate(atom, cluster, scores), found);
  }

  private DevCelSelectors.CelProgram compiled(String text) {
    try {
      return selectors.compile(text);
    } catch (CelCompilationException e) {
      throw new IllegalArgumentException("not a part of a valid expression: " + text, e);
    }
  }

  /** The paths that can be read on their own; one that uses a macro's variable cannot. */
  private Map<String, DevCelSelectors.CelProgram> paths(String atom) {
    Map<String, DevCelSelectors.CelProgram> paths = new LinkedHashMap<>();
    for (String path : CelText.clusterPaths(atom)) {
      DevCelSelectors.CelProgram program = compiledIfValid(path);
      if (program != null) {
        paths.put(path, program);
      }
    }
    return paths;
  }

  private DevCelSelectors.@Nullable CelProgram compiledIfValid(String text) {
    try {
      return selectors.compile(text);
    } catch (CelCompilationException e) {
      return null;
    }
  }

  private static Found read(
      String path, DevCelSelectors.CelProgram program, ManagedCluster cluster, AddOnScores scores) {
    Object value = program.run(cluster, scores).value();
    return new Found(path, value instanceof EvaluationError ? null : oneLine(value));
  }

  private static String oneLine(Object value) {
    String text =
        switch (value) {
          case List<?> list -> items(list.size());
          case Map<?, ?> map -> items(map.size());
          default -> Values.display(value).replaceAll("\\s+", " ");
        };
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : count + " items";
  }
}
