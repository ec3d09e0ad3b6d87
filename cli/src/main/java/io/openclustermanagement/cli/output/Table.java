package io.openclustermanagement.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of cells in columns that are as wide as their widest cell; numbers are set to the right. */
public final class Table {
  private static final String GAP = "  ";

  private final String indent;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * @param indent what each line starts with
   */
  public Table(String indent) {
    this.indent = indent;
  }

  /**
   * One cell.
   *
   * @param text what it shows
   * @param right whether it is set to the right
   * @param paint gives it a colour after its width is known
   */
  public record Cell(String text, boolean right, UnaryOperator<String> paint) {

    public static Cell left(String text) {
      return new Cell(text, false, UnaryOperator.identity());
    }

    public static Cell right(String text) {
      return new Cell(text, true, UnaryOperator.identity());
    }

    public Cell painted(UnaryOperator<String> newPaint) {
      return new Cell(text, right, newPaint);
    }

    private int width() {
      return text.codePointCount(0, text.length());
    }

    private String padded(int width, boolean last) {
      String space = " ".repeat(width - width());
      if (right) {
        return space + paint.apply(text);
      }
      return paint.apply(text) + (last ? "" : space);
    }
  }

  /** Adds a row. */
  public Table row(Cell... cells) {
    return row(Arrays.asList(cells));
  }

  /** Adds a row. */
  public Table row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, each with its line break. */
  public String render() {
    StringBuilder text = new StringBuilder();
    for (List<Cell> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : GAP).append(row.get(i).padded(width(i), i == row.size() - 1));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).width())
        .max()
        .orElse(0);
  }
}
