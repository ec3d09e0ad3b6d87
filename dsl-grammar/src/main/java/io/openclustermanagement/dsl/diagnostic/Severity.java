package io.openclustermanagement.dsl.diagnostic;

/** How much a finding matters. Only errors keep sources from being compiled. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
