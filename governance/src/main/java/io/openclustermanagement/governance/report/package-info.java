/** Policy reports, and what they say of the policies of Kyverno. */
@NullMarked
package io.openclustermanagement.governance.report;

import org.jspecify.annotations.NullMarked;
