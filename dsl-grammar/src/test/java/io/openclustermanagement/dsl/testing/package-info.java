/** What several tests of the language share. */
@NullMarked
package io.openclustermanagement.dsl.testing;

import org.jspecify.annotations.NullMarked;
