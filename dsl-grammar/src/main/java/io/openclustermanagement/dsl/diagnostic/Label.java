package io.openclustermanagement.dsl.diagnostic;

/**
 * A place and what is to be said about it there.
 *
 * @param span the place, as tight as possible
 * @param text a few words without a full stop; may be empty
 */
public record Label(SourceSpan span, String text) {}
