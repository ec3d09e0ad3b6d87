@NullMarked
package io.openclustermanagement.governance.rule;

import org.jspecify.annotations.NullMarked;
