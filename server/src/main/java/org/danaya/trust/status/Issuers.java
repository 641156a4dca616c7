package org.danaya.trust.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All authorities, found by a CertID. Never changes. */
final class Issuers {

    static final Issuers NONE = new Issuers(List.of());

    private final Map<Integer, List<Issuer>> byKey = new HashMap<>();

    Issuers(List<Issuer> all) {
        for (Issuer issuer : all) {
            for (byte[] key : issuer.keys()) {
                byKey.computeIfAbsent(start(key, 0), _ -> new ArrayList<>(1)).add(issuer);
            }
        }
    }

    /** Those with the CertID's name and key: several where a certificate was renewed. */
    List<Issuer> find(CertId id) {
        int hash = CertIdHash.find(id);
        if (hash < 0 || id.length() < Integer.BYTES) {
            return List.of();
        }
        List<Issuer> near = byKey.getOrDefault(start(id.request(), id.key()), List.of());
        if (near.size() == 1 && near.getFirst().issued(id, hash)) {
            return near;
        }
        return near.stream().filter(issuer -> issuer.issued(id, hash)).toList();
    }

    private static int start(byte[] bytes, int at) {
        return bytes[at] << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }
}
