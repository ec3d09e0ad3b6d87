/**
 * Why a cluster is chosen or not, term by term, and the smallest change that would have it chosen.
 */
@NullMarked
package io.openclustermanagement.placement.explain;

import org.jspecify.annotations.NullMarked;
