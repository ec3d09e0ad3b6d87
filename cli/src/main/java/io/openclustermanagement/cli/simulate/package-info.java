/** How the result of a dry run is shown: as text for people and as JSON for programs. */
@NullMarked
package io.openclustermanagement.cli.simulate;

import org.jspecify.annotations.NullMarked;
