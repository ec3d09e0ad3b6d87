/** Lays source text out in the one canonical way. */
@NullMarked
package io.openclustermanagement.dsl.format;

import org.jspecify.annotations.NullMarked;
