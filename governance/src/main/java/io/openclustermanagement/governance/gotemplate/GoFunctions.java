package io.openclustermanagement.governance.gotemplate;

import org.jspecify.annotations.Nullable;

/** The functions that a template can call besides those of Go. */
@FunctionalInterface
public interface GoFunctions {
  /** The function of a name, {@code null} if there is none. */
  @Nullable GoFunction find(String name);
}
