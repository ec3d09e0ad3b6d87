/** OperatorPolicies: which operators are installed on a cluster, and how. */
@NullMarked
package io.openclustermanagement.governance.operator;

import org.jspecify.annotations.NullMarked;
