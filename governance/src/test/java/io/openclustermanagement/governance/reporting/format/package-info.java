@NullMarked
package io.openclustermanagement.governance.reporting.format;

import org.jspecify.annotations.NullMarked;
