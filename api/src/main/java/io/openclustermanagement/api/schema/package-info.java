/**
 * One schema of the API records, derived from their annotations: it drives reading, writing,
 * defaults, validation and the generated CustomResourceDefinitions.
 */
@NullMarked
package io.openclustermanagement.api.schema;

import org.jspecify.annotations.NullMarked;
