/** Tests of the import: golden files, and the laws on random objects. */
@NullMarked
package io.openclustermanagement.compiler.importer;

import org.jspecify.annotations.NullMarked;
