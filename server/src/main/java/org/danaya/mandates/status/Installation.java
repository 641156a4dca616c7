package org.danaya.mandates.status;

import java.util.List;
import java.util.function.Supplier;
import org.danaya.verify.VerifierKey;
import org.danaya.verify.mandate.Anchor;

/**
 * What the anchor file says of the installation beside its keys.
 *
 * @param country ISO 3166-1, two letters
 * @param policy whose cosignatures a checkpoint needs (C2SP tlog-policy), "" for none
 * @param portal where the public's pages are, known once the platform listens
 * @param edge where snapshots and status lists are, without a slash at the end
 * @param roots base64 of the DER of the roots that answer for seals on letters
 */
record Installation(
        String country,
        String nameFr,
        String nameEn,
        boolean rehearsal,
        String policy,
        Supplier<String> portal,
        String edge,
        Supplier<List<String>> roots) {

    Anchor anchor(List<SigningKey> keys, VerifierKey log) {
        return new Anchor(
                country,
                nameFr,
                nameEn,
                rehearsal,
                keys.stream()
                        .map(key -> new Anchor.Key(key.key(), key.from(), key.until()))
                        .toList(),
                log,
                policy,
                portal.get(),
                edge,
                roots.get());
    }
}
