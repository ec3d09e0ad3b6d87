/** From the typed program to objects for the hub, each with a map back to the sources. */
@NullMarked
package io.openclustermanagement.compiler.emit;

import org.jspecify.annotations.NullMarked;
