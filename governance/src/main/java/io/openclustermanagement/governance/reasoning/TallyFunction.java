package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Conclusion.Excused;
import io.openclustermanagement.governance.reasoning.Conclusion.PolicyStanding;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** Counts findings, or what stands for some, by state; what leaves is subtracted. */
public final class TallyFunction implements AccumulateFunction<TallyFunction.Counts> {

  /** For Drools. */
  public TallyFunction() {}

  /** How many of each state, and how many that exemptions cover. */
  static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;
    private int nonCompliant;
    private int errors;
    private int pending;
    private int unknown;
    private int exempted;

    private void add(Object counted, int sign) {
      switch (counted) {
        case Finding finding -> add(finding.state(), sign);
        case Excused(Finding finding) -> add(finding.state(), sign);
        case PolicyStanding standing -> {
          add(standing.open(), sign);
          exempted += sign * standing.exempted();
        }
        default -> throw new IllegalArgumentException("not counted: " + counted);
      }
    }

    private void add(VerdictState state, int count) {
      switch (state) {
        case NON_COMPLIANT -> nonCompliant += count;
        case ERROR -> errors += count;
        case PENDING -> pending += count;
        case UNKNOWN -> unknown += count;
        case COMPLIANT -> {}
      }
    }

    private void add(Tally tally, int sign) {
      nonCompliant += sign * tally.nonCompliant();
      errors += sign * tally.errors();
      pending += sign * tally.pending();
      unknown += sign * tally.unknown();
    }

    private void clear() {
      nonCompliant = 0;
      errors = 0;
      pending = 0;
      unknown = 0;
      exempted = 0;
    }

    private Total total() {
      return new Total(new Tally(nonCompliant, errors, pending, unknown), exempted);
    }
  }

  /**
   * A sum.
   *
   * @param exempted what policies count as exempted
   */
  record Total(Tally tally, int exempted) {}

  @Override
  public Counts createContext() {
    return new Counts();
  }

  @Override
  public void init(Counts counts) {
    counts.clear();
  }

  @Override
  public void accumulate(Counts counts, Object counted) {
    counts.add(counted, 1);
  }

  @Override
  public void reverse(Counts counts, Object counted) {
    counts.add(counted, -1);
  }

  @Override
  public boolean supportsReverse() {
    return true;
  }

  @Override
  public Object getResult(Counts counts) {
    return counts.total();
  }

  @Override
  public Class<?> getResultType() {
    return Total.class;
  }

  /** There is nothing to write. */
  @Override
  public void writeExternal(ObjectOutput out) {}

  /** There is nothing to read. */
  @Override
  public void readExternal(ObjectInput in) {}
}
