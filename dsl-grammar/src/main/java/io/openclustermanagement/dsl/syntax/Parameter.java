package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** A parameter of a function or policy. */
public record Parameter(Name name, TypeName type, @Nullable Expression defaultValue, Origin at)
    implements Node {}
