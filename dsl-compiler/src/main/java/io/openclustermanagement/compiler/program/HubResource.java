package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;

/**
 * An object for the hub that a file has and no construct stands for; it is emitted as it is.
 *
 * @param span where the file has it
 */
public record HubResource(GenericObject object, SourceSpan span) {}
