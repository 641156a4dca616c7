/**
 * Certificate profiles: what a certificate of each kind holds, as data that a country may change,
 * and the exact bytes that follow from them.
 *
 * <p>A {@link org.danaya.trust.profile.Profile} is read from YAML, checked against the standards
 * that bind its kind, and never changes while the program runs. {@link
 * org.danaya.trust.profile.TbsCertificates} makes the TBSCertificate (RFC 5280 §4.1) of a profile,
 * an issuer, a subject and a key: the same input always gives the same bytes, so that an approval
 * can be a signature over them.
 *
 * <p>Nothing here signs, keeps or decides: who may have a certificate is the authority's business.
 */
@ApplicationModule(
        displayName = "Certificate profiles",
        allowedDependencies = {"base", "crypto", "trust.der"})
@NullMarked
package org.danaya.trust.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
