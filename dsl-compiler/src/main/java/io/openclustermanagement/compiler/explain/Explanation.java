package io.openclustermanagement.compiler.explain;

import io.openclustermanagement.compiler.program.Fidelity;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * What becomes of one construct.
 *
 * @param construct how the source says it, such as {@code policy no-tiller}
 * @param span where
 * @param becomes the objects and fields it stands for; none if nothing goes to a hub
 * @param fidelity whose controllers run it
 * @param runs where, in words
 * @param parts the clauses that become something of their own
 */
public record Explanation(
    String construct,
    SourceSpan span,
    List<String> becomes,
    Fidelity fidelity,
    String runs,
    List<Explanation> parts) {
  public Explanation {
    becomes = List.copyOf(becomes);
    parts = List.copyOf(parts);
  }

  Explanation(
      String construct, SourceSpan span, List<String> becomes, Fidelity fidelity, String runs) {
    this(construct, span, becomes, fidelity, runs, List.of());
  }
}
