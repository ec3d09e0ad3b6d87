package io.openclustermanagement.compiler;

import io.openclustermanagement.compiler.check.NameIndex;

/** What became of the sources, and which of their names means what. */
public record Analysis(CompilationResult result, NameIndex names) {}
