/**
 * CEL: cluster selectors of a Placement, as upstream evaluates them ({@code
 * pkg/placement/helpers/cel.go}, {@code sdk-go/pkg/cel}), and, with {@link
 * io.openclustermanagement.placement.cel.CelExpression}, conditions on objects as in a
 * ValidatingAdmissionPolicy.
 *
 * <p>The dev.cel library parses and type-checks an expression; this package evaluates it. The
 * evaluation is our own because the outcome depends on cel-go's runtime cost to the unit (a budget
 * that runs out means "not matched"), on the opaque Kubernetes types, and on five thousand clusters
 * being evaluated in milliseconds. Nothing here loads a dev.cel class before the first expression
 * is compiled.
 */
@NullMarked
package io.openclustermanagement.placement.cel;

import org.jspecify.annotations.NullMarked;
