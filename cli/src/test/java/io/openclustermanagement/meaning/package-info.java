/** What rules and prohibitions mean, against what is compiled of them. */
@NullMarked
package io.openclustermanagement.meaning;

import org.jspecify.annotations.NullMarked;
