package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/** Which rules of the outside world a policy serves. */
public record Standard(
    Located standard, Optional<Located> category, List<Located> controls, Origin origin) {
  public Standard {
    controls = List.copyOf(controls);
  }
}
