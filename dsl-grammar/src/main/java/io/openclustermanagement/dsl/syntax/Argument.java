package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** An argument of a call, with its name if it has one: {@code limit: 3}. */
public record Argument(@Nullable Name name, Expression value, Origin at) implements Node {}
