/**
 * The ways in which Rego is evaluated: an OPA server, the {@code opa} command, WebAssembly in this
 * process. Of the engines this package alone has side effects; nothing of the libraries that it
 * uses can be seen outside of it.
 */
@NullMarked
package io.openclustermanagement.governance.opa;

import org.jspecify.annotations.NullMarked;
