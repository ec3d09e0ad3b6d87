@NullMarked
package io.openclustermanagement.governance.configuration;

import org.jspecify.annotations.NullMarked;
