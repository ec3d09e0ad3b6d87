/**
 * The API group {@code rules.open-cluster-management.io}, which is this project's own: rules over
 * the objects of a cluster, rules over the fleet, and exemptions.
 */
@NullMarked
package io.openclustermanagement.api.rules;

import org.jspecify.annotations.NullMarked;
