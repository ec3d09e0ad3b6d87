/**
 * The API group {@code work.open-cluster-management.io}: manifests that are applied to clusters.
 */
@NullMarked
package io.openclustermanagement.api.work;

import org.jspecify.annotations.NullMarked;
