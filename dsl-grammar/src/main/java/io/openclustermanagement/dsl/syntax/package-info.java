/** The syntax tree: what the text of a file says, as records, before any name is looked up. */
@NullMarked
package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.NullMarked;
