@NullMarked
package io.openclustermanagement.compiler.generator;

import org.jspecify.annotations.NullMarked;
