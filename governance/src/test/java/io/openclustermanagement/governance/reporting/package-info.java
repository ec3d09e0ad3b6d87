@NullMarked
package io.openclustermanagement.governance.reporting;

import org.jspecify.annotations.NullMarked;
