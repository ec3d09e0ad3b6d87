/** The language server: what editors ask about {@code .ocm} files, one class per feature. */
@NullMarked
package io.openclustermanagement.cli.lsp;

import org.jspecify.annotations.NullMarked;
