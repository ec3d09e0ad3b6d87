package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The head of a file.
 *
 * @param module the name of the module, or null if the file does not say
 * @param hubNamespace where the resources of the file go on the hub, or null
 */
public record Header(
    @Nullable DocComment doc,
    @Nullable QualifiedName module,
    @Nullable StringLiteral hubNamespace,
    Origin at)
    implements Node {}
