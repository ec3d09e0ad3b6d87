/** What {@code ocm report} does beside making the report. */
@NullMarked
package io.openclustermanagement.cli.report;

import org.jspecify.annotations.NullMarked;
