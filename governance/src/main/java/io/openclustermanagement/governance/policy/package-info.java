/** The verdict on a policy: what its templates say of one cluster, put together. */
@NullMarked
package io.openclustermanagement.governance.policy;

import org.jspecify.annotations.NullMarked;
