/**
 * Turns upstream YAML objects into {@code .ocm} modules that compile to the same objects again.
 *
 * <p>The law is {@code build(import(objects)) = objects} up to the {@link
 * io.openclustermanagement.compiler.importer.NormalForm normal form}. It holds by construction: the
 * importer compiles what it wrote and compares. An object that the language cannot say is not
 * imported but listed with the reason; nothing is dropped in silence and nothing is approximated.
 */
@NullMarked
package io.openclustermanagement.compiler.importer;

import org.jspecify.annotations.NullMarked;
