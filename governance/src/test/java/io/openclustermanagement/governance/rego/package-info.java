@NullMarked
package io.openclustermanagement.governance.rego;

import org.jspecify.annotations.NullMarked;
