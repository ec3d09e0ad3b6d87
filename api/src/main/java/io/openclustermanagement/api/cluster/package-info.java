/**
 * The kinds of {@code cluster.open-cluster-management.io} as records, named like upstream's Go
 * types.
 *
 * <p>Optional objects and scalars are {@code null} when absent; lists and maps are never {@code
 * null}. Nothing here is defaulted: that is a step of its own.
 */
@NullMarked
package io.openclustermanagement.api.cluster;

import org.jspecify.annotations.NullMarked;
