/** From syntax trees to the typed program: names, types, constants, lint. */
@NullMarked
package io.openclustermanagement.compiler.check;

import org.jspecify.annotations.NullMarked;
