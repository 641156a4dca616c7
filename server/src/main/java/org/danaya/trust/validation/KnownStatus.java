package org.danaya.trust.validation;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.enumerations.RevocationReason;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a certificate.
 *
 * @param at when it was said
 * @param revoked since when it is revoked; nothing where it isn't, or is only suspended
 */
record KnownStatus(Instant at, Optional<Instant> revoked) {

    /** What a report says, which has a date of production. */
    static KnownStatus of(CertificateRevocationWrapper said) {
        return new KnownStatus(
                said.getProductionDate().toInstant(),
                said.isRevoked() && said.getReason() != RevocationReason.CERTIFICATE_HOLD
                        ? Optional.of(said.getRevocationDate().toInstant())
                        : Optional.empty());
    }

    /** What a status service says, which has a date of production. */
    static KnownStatus of(RevocationToken<?> said) {
        boolean revoked = said.getStatus() == CertificateStatus.REVOKED;
        return new KnownStatus(
                said.getProductionDate().toInstant(),
                revoked && said.getReason() != RevocationReason.CERTIFICATE_HOLD
                        ? Optional.of(said.getRevocationDate().toInstant())
                        : Optional.empty());
    }
}
