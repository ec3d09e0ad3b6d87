/** Runs the tests of the language: a virtual hub with a virtual clock, and what came of it. */
@NullMarked
package io.openclustermanagement.cli.testing;

import org.jspecify.annotations.NullMarked;
