/** Rego, whoever evaluates it: what a policy written in Rego is, and what one asks of it. */
@NullMarked
package io.openclustermanagement.governance.rego;

import org.jspecify.annotations.NullMarked;
