/**
 * Gatekeeper: constraints and their templates, judged by the results of an audit or by evaluating
 * them.
 */
@NullMarked
package io.openclustermanagement.governance.gatekeeper;

import org.jspecify.annotations.NullMarked;
