@NullMarked
package io.openclustermanagement.compiler;

import org.jspecify.annotations.NullMarked;
