package org.danaya.trust.authority;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate that was issued here.
 *
 * @param authority the number of its authority
 * @param serial unsigned, 1 to 20 bytes, without a leading zero byte
 * @param profile the number of the version of its profile
 * @param sha256 of the DER
 * @param subject its name as people read it
 * @param request the request that it answers; nothing where it was approved in advance
 * @param standing what was approved in advance; nothing where it answers a request
 * @param holder the account of the person that it names
 * @param structure the structure that it names or that answers for it
 * @param keyLabel the key in the token of holders or of the edge, where it is kept here
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Certificate(
        long id,
        int authority,
        byte[] serial,
        int profile,
        byte[] der,
        byte[] sha256,
        String subject,
        Instant notBefore,
        Instant notAfter,
        CertificateStatus.State state,
        Optional<UUID> request,
        Optional<UUID> standing,
        Optional<UUID> holder,
        Optional<UUID> structure,
        Optional<String> keyLabel) {}
