package io.openclustermanagement.dsl.diagnostic;

/**
 * A replacement of one stretch of text by another.
 *
 * @param span what is replaced; empty for an insertion
 * @param replacement what stands there afterwards
 */
public record TextEdit(SourceSpan span, String replacement) {}
