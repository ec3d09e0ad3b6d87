/** CustomResourceDefinitions: generated from the records, and compared with others. */
@NullMarked
package io.openclustermanagement.api.crd;

import org.jspecify.annotations.NullMarked;
