/**
 * What follows from placements, bindings, exemptions, dependencies and verdicts, and why. Facts go
 * in as they change; conclusions that no longer follow are withdrawn.
 *
 * <p>This is the one package that sees Drools, whose first session takes a third of a second: a
 * {@link ComplianceReasoner} is made only where something needs it. Its rules are a model built
 * from Java, never text.
 */
@NullMarked
package io.openclustermanagement.governance.reasoning;

import org.jspecify.annotations.NullMarked;
