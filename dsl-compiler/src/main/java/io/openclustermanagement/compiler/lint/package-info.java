/** What is legal but probably not meant: rules, and how sources allow what a rule finds. */
@NullMarked
package io.openclustermanagement.compiler.lint;

import org.jspecify.annotations.NullMarked;
