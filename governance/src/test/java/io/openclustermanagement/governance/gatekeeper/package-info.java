@NullMarked
package io.openclustermanagement.governance.gatekeeper;

import org.jspecify.annotations.NullMarked;
