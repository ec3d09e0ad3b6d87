/** What all Kubernetes objects share: metadata, conditions, label selectors, quantities. */
@NullMarked
package io.openclustermanagement.api.meta;

import org.jspecify.annotations.NullMarked;
