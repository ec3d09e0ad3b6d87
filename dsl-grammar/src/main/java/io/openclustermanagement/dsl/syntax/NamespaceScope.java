package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Which namespaces of a cluster are meant: {@code ["team-*"] except ["team-x"] labelled { … }}.
 *
 * @param exclude patterns of namespaces that are left out, or null
 * @param labelled labels that a namespace must have, or null
 */
public record NamespaceScope(
    ListLiteral include, @Nullable ListLiteral exclude, @Nullable LabelMatch labelled, Origin at)
    implements Node {}
