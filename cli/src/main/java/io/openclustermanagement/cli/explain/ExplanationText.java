package io.openclustermanagement.cli.explain;

import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.output.Table;
import io.openclustermanagement.cli.output.Table.Cell;
import io.openclustermanagement.cli.simulate.TermTexts;
import io.openclustermanagement.placement.explain.Change;
import io.openclustermanagement.placement.explain.ExplainedTerm;
import io.openclustermanagement.placement.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tree of terms with the values that a cluster has, and the nearest change. */
public final class ExplanationText {
  private static final Pattern PREDICATE = Pattern.compile("/spec/predicates/\\d+");

  private final Explanation explanation;
  private final TermTexts texts;
  private final Style style;

  public ExplanationText(Explanation explanation, TermTexts texts, Style style) {
    this.explanation = explanation;
    this.texts = texts;
    this.style = style;
  }

  /**
   * All of it.
   *
   * @param placement what the user calls the placement
   */
  public String render(String placement) {
    String verdict = explanation.chosen() ? style.green("is chosen") : style.red("is not chosen");
    Table table = new Table("  ");
    terms().forEach(term -> addRows(table, term, 0));
    return "%s %s by %s.\n".formatted(explanation.cluster(), verdict, style.bold(placement))
        + table.render()
        + change();
  }

  private List<ExplainedTerm> terms() {
    return explanation.terms().stream().map(this::inWordsOfAuthor).toList();
  }

  /**
   * One term of the author may be compiled to several, such as a guard and a comparison: they have
   * one path and are shown as one, with the value that decides.
   */
  private ExplainedTerm inWordsOfAuthor(ExplainedTerm term) {
    List<ExplainedTerm> children = term.children().stream().map(this::inWordsOfAuthor).toList();
    boolean isOne =
        texts.isWritten(term.path())
            && !children.isEmpty()
            && children.stream().allMatch(child -> child.path().equals(term.path()));
    if (!isOne) {
      return new ExplainedTerm(term.text(), term.holds(), term.found(), term.path(), children);
    }
    ExplainedTerm deciding =
        children.stream().filter(child -> !child.holds()).findFirst().orElse(children.getLast());
    return new ExplainedTerm(term.text(), term.holds(), deciding.found(), term.path(), List.of());
  }

  private void addRows(Table table, ExplainedTerm term, int depth) {
    table.row(
        Cell.left("  ".repeat(depth) + text(term)),
        Cell.left(Boolean.toString(term.holds())).painted(term.holds() ? style::green : style::red),
        Cell.left(found(term)),
        Cell.left(place(term)).painted(style::dim));
    term.children().forEach(child -> addRows(table, child, depth + 1));
  }

  private String text(ExplainedTerm term) {
    if (PREDICATE.matcher(term.path()).matches()) {
      return texts.hasSource() ? term.text().replace("predicate", "where") : term.text();
    }
    return texts.text(term.path(), term.text());
  }

  private String place(ExplainedTerm term) {
    boolean isLeaf = term.children().isEmpty();
    return isLeaf || term.path().isEmpty() ? "" : texts.place(term.path());
  }

  private static String found(ExplainedTerm term) {
    if (term.found() != null) {
      return term.found();
    }
    boolean asks = term.text().startsWith("label ") || term.text().startsWith("claim ");
    return asks ? "absent" : "";
  }

  private String change() {
    if (explanation.note() != null) {
      return explanation.note().stripTrailing() + "\n";
    }
    List<Change> changes = explanation.nearestChange();
    if (changes.isEmpty()) {
      return "";
    }
    String what = changes.stream().map(Change::describe).collect(Collectors.joining(", and "));
    String facts = changes.size() == 1 ? "one fact" : changes.size() + " facts";
    return "%s %s   (%s)\n".formatted(style.bold("nearest change:"), what, facts);
  }

  /** The lines of terms that do not hold, which {@code rejects … because} looks into. */
  public List<String> failedTerms() {
    List<String> lines = new ArrayList<>();
    terms().forEach(term -> collectFailed(term, lines));
    return lines;
  }

  private void collectFailed(ExplainedTerm term, List<String> lines) {
    if (term.holds()) {
      return;
    }
    lines.add((text(term) + "  " + found(term)).stripTrailing());
    term.children().forEach(child -> collectFailed(child, lines));
  }
}
