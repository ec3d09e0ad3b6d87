/**
 * Judges RulePolicies: rules over the objects of a cluster, written in CEL as a
 * ValidatingAdmissionPolicy is, with fixes and exemptions.
 */
@NullMarked
package io.openclustermanagement.governance.rule;

import org.jspecify.annotations.NullMarked;
