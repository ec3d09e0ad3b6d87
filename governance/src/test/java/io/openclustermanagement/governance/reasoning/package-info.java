@NullMarked
package io.openclustermanagement.governance.reasoning;

import org.jspecify.annotations.NullMarked;
