package org.danaya.trust.authority;

import java.time.Instant;
import java.util.Optional;
import org.danaya.trust.profile.AuthorityKind;

/**
 * A certification authority that is registered here.
 *
 * @param id its number, which never changes and is never used again
 * @param code its name in addresses and commands, such as {@code persons-2026}
 * @param rehearsal whether it is for trying only, as its certificates say
 * @param issuer the authority that issued it; nothing for a root
 * @param certificate DER
 * @param sha256 of the certificate
 * @param keyLabel its key in the token of authorities; nothing where the key is offline
 * @param endedAt since when it issues no more
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Authority(
        int id,
        String code,
        AuthorityKind kind,
        boolean rehearsal,
        Optional<Integer> issuer,
        byte[] certificate,
        byte[] sha256,
        Optional<String> keyLabel,
        Instant notAfter,
        Optional<Instant> endedAt) {

    /** Whether it issues certificates at a moment, its key permitting. */
    public boolean issues(Instant at) {
        return keyLabel.isPresent() && endedAt.isEmpty() && at.isBefore(notAfter);
    }
}
