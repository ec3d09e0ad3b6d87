/** What commands read: files, directories and standard input, and the objects in them. */
@NullMarked
package io.openclustermanagement.cli.input;

import org.jspecify.annotations.NullMarked;
