/** Findings about sources: what was found, where, and what to do about it. */
@NullMarked
package io.openclustermanagement.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
