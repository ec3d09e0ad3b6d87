/**
 * What is reported about a fleet, whatever the format: one model of results, and how they add up.
 */
@NullMarked
package io.openclustermanagement.governance.reporting;

import org.jspecify.annotations.NullMarked;
