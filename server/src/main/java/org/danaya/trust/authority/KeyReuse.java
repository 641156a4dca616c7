package org.danaya.trust.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;

/**
 * Whether keys were certified before. A key may be certified again for the same holder and
 * structure only: that is a renewal.
 */
final class KeyReuse {

    private final CertificateTable certificates;

    KeyReuse(CertificateTable certificates) {
        this.certificates = certificates;
    }

    /**
     * A key that is to be certified.
     *
     * @param hash {@link Hashes#key}
     * @param holder the person whose it is, where that is known
     */
    record Use(long hash, Optional<UUID> holder, Optional<UUID> structure, ProfileKind kind) {

        static Use of(Request.Head head, Profile profile) {
            return new Use(
                    Hashes.key(head.publicKey()), head.holder(), head.structure(), profile.kind());
        }

        /** A person's key is renewed only where it is known that the person is the same. */
        private boolean clashesWith(Known known) {
            return known.revoked
                    || (kind == ProfileKind.SIGNATURE && holder.isEmpty())
                    || !holder.equals(known.holder)
                    || !structure.equals(known.structure);
        }
    }

    /** A key that was certified, or is to be earlier in the same list. */
    record Known(long hash, Optional<UUID> holder, Optional<UUID> structure, boolean revoked) {}

    /** The places of those that may not be certified, also because of one before them. */
    List<Integer> refused(List<Use> uses) {
        Map<Long, List<Known>> known =
                certificates.ofKeys(uses.stream().map(Use::hash).toArray(Long[]::new)).stream()
                        .collect(Collectors.groupingBy(Known::hash));
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            List<Known> same = known.computeIfAbsent(use.hash, _ -> new ArrayList<>());
            if (same.stream().anyMatch(use::clashesWith)) {
                refused.add(i);
            } else if (same.isEmpty()) {
                same.add(new Known(use.hash, use.holder, use.structure, false));
            }
        }
        return refused;
    }

    /**
     * Faults unless all of them may be certified.
     *
     * @throws Fault {@link AuthorityFault#KEY_REUSED}
     */
    void needNew(List<Use> uses) {
        if (!refused(uses).isEmpty()) {
            throw new Fault(AuthorityFault.KEY_REUSED);
        }
    }
}
