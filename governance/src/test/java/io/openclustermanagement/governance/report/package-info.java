@NullMarked
package io.openclustermanagement.governance.report;

import org.jspecify.annotations.NullMarked;
