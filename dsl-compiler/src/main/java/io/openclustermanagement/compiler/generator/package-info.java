/**
 * What a PolicyGenerator stands for: the policies, sets, placements and bindings that upstream's
 * Kustomize plugin ({@code policy-generator-plugin}) writes for it.
 */
@NullMarked
package io.openclustermanagement.compiler.generator;

import org.jspecify.annotations.NullMarked;
