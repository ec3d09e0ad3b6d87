/** Turns source text into a syntax tree and syntax errors. */
@NullMarked
package io.openclustermanagement.dsl.parser;

import org.jspecify.annotations.NullMarked;
