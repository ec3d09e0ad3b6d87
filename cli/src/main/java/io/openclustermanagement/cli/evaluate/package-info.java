/** How {@code ocm evaluate} shows its verdicts. */
@NullMarked
package io.openclustermanagement.cli.evaluate;

import org.jspecify.annotations.NullMarked;
