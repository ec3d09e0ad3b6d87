/** The formats of a report. Each is a function of the report alone, and all say the same. */
@NullMarked
package io.openclustermanagement.governance.reporting.format;

import org.jspecify.annotations.NullMarked;
