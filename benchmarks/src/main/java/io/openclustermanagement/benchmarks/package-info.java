/** What is measured, with one command that prints the table. */
@NullMarked
package io.openclustermanagement.benchmarks;

import org.jspecify.annotations.NullMarked;
