package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.compiler.program.KindReference;
import java.util.Optional;

/**
 * A kind that a source names in a group and version for which no schema is known.
 *
 * @param elsewhere the group and version in which the kind is known
 */
public record UncheckedKind(KindReference kind, Optional<ResourceType> elsewhere) {}
