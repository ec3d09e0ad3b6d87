@NullMarked
package io.openclustermanagement.governance.fleetrule;

import org.jspecify.annotations.NullMarked;
