/**
 * Reads manifests with the place of every value, and writes objects and plain trees as YAML and
 * JSON.
 *
 * <p>Scalars mean what they mean to {@code sigs.k8s.io/yaml}, so that a manifest is read the way
 * {@code kubectl} reads it.
 */
@NullMarked
package io.openclustermanagement.api.yaml;

import org.jspecify.annotations.NullMarked;
