@NullMarked
package io.openclustermanagement.compiler.program;

import org.jspecify.annotations.NullMarked;
