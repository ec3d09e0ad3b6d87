package io.openclustermanagement.governance.gotemplate;

import java.util.List;

/** The arguments of a call, which have the types of the parameters. */
public final class Arguments {
  private final List<Operand> operands;
  private final Budget budget;

  Arguments(List<Operand> operands, Budget budget) {
    this.operands = operands;
    this.budget = budget;
  }

  /** How many there are. */
  public int count() {
    return operands.size();
  }

  /** An argument. */
  public GoValue value(int index) {
    return operands.get(index).value();
  }

  /** An argument with what Go knows of where it came from. */
  Operand operand(int index) {
    return operands.get(index);
  }

  /** The arguments from an index on. */
  public List<GoValue> from(int index) {
    return operands.subList(index, operands.size()).stream().map(Operand::value).toList();
  }

  /** An argument of a parameter of type {@code string}. */
  public String text(int index) {
    return ((GoValue.Text) value(index)).value();
  }

  /** The arguments from an index on, of a parameter of type {@code string}. */
  public List<String> textsFrom(int index) {
    return from(index).stream().map(each -> ((GoValue.Text) each).value()).toList();
  }

  /** An argument of a parameter of type {@code int} or {@code int64}. */
  public long integer(int index) {
    return ((GoValue.Int) value(index)).value();
  }

  /** An argument of a parameter of type {@code bool}. */
  public boolean bool(int index) {
    return ((GoValue.Bool) value(index)).value();
  }

  /** An argument of a parameter of type {@code map[string]interface {}}. */
  public GoValue.Mapping map(int index) {
    return (GoValue.Mapping) value(index);
  }

  /** Where a function counts what it makes. */
  public Budget budget() {
    return budget;
  }
}
