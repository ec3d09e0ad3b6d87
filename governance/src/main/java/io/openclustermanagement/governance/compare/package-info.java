/**
 * How an object on a cluster is compared with the object that a policy wants, with the list and map
 * rules of upstream's controller ({@code config-policy-controller/controllers}).
 */
@NullMarked
package io.openclustermanagement.governance.compare;

import org.jspecify.annotations.NullMarked;
