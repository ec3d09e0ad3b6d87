/** CertificatePolicies: what the certificates of a cluster have to fulfil. */
@NullMarked
package io.openclustermanagement.governance.certificate;

import org.jspecify.annotations.NullMarked;
