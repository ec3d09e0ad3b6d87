@NullMarked
package io.openclustermanagement.governance.compare;

import org.jspecify.annotations.NullMarked;
