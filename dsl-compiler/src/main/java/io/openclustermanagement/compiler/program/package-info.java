/**
 * The checked program: typed, desugared, all names resolved, all parameters and functions replaced
 * by their values. Constructors validate, so that an ill-typed program cannot exist.
 */
@NullMarked
package io.openclustermanagement.compiler.program;

import org.jspecify.annotations.NullMarked;
