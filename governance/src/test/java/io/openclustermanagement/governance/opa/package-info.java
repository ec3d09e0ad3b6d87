@NullMarked
package io.openclustermanagement.governance.opa;

import org.jspecify.annotations.NullMarked;
