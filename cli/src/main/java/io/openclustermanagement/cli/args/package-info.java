/** The words of the command line: which options a command has, and what the user gave. */
@NullMarked
package io.openclustermanagement.cli.args;

import org.jspecify.annotations.NullMarked;
