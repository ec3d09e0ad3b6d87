package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;

/** A reference to another declaration and where it stands. */
public record Use(GlobalName name, Origin origin) {}
