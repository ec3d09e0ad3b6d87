@NullMarked
package io.openclustermanagement.governance.operator;

import org.jspecify.annotations.NullMarked;
