/**
 * The API group {@code policy.open-cluster-management.io}: policies and what binds them to
 * clusters.
 */
@NullMarked
package io.openclustermanagement.api.policy;

import org.jspecify.annotations.NullMarked;
