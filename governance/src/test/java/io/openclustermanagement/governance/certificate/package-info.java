@NullMarked
package io.openclustermanagement.governance.certificate;

import org.jspecify.annotations.NullMarked;
