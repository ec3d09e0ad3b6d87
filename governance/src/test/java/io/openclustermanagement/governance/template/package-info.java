@NullMarked
package io.openclustermanagement.governance.template;

import org.jspecify.annotations.NullMarked;
