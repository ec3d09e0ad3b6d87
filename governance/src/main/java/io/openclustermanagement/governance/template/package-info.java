/**
 * Templates in policies as upstream resolves them ({@code go-template-utils}): hub templates and
 * managed templates, their functions and the passes over the text before and after.
 */
@NullMarked
package io.openclustermanagement.governance.template;

import org.jspecify.annotations.NullMarked;
