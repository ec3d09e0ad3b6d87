package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;

/** A text and where it was written. */
public record Located(String text, Origin origin) {}
