/**
 * Names, types and IR of the .ocm language; IR to API objects with a map back to source lines;
 * import of YAML.
 */
@NullMarked
package io.openclustermanagement.compiler;

import org.jspecify.annotations.NullMarked;
