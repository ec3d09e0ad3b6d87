@NullMarked
package io.openclustermanagement.governance.propagation;

import org.jspecify.annotations.NullMarked;
