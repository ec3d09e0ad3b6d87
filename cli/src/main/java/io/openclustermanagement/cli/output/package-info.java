/** What users see: the streams, colours, tables, JSON, and diagnostics in each format. */
@NullMarked
package io.openclustermanagement.cli.output;

import org.jspecify.annotations.NullMarked;
