/**
 * The OCM API types with their defaults and validation, read and written with positions; the CRDs
 * generated from them.
 */
@NullMarked
package io.openclustermanagement.api;

import org.jspecify.annotations.NullMarked;
