/**
 * What Kubernetes kinds look like: plural, scope, fields with types. The built-in kinds come from a
 * compact copy of Kubernetes' own OpenAPI, others from CRDs.
 */
@NullMarked
package io.openclustermanagement.api.kubernetes;

import org.jspecify.annotations.NullMarked;
