/**
 * The verdict on a ConfigurationPolicy: which objects it is about, how each compares, and the words
 * for it ({@code config-policy-controller/controllers/configurationpolicy_controller.go}).
 */
@NullMarked
package io.openclustermanagement.governance.configuration;

import org.jspecify.annotations.NullMarked;
