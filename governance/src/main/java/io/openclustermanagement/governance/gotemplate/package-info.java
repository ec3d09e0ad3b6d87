/**
 * Go's {@code text/template}: the language, its values and its way to print them, as Kubernetes
 * policies use it. Pure functions; every loop is bounded by a {@link
 * io.openclustermanagement.governance.gotemplate.Budget}.
 */
@NullMarked
package io.openclustermanagement.governance.gotemplate;

import org.jspecify.annotations.NullMarked;
