package org.danaya.trust.trustlist.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of itself and of who keeps it (TS 119 612 §5.3).
 *
 * @param version the version of the format: 6 for v2.3.1 and v2.4.1, 5 before
 * @param sequence the number of the edition, from 1
 * @param issued in whole seconds
 * @param nextUpdate when the next edition is out at the latest; null for a list that was closed
 * @param type a URI: for a country {@code CC} outside the EU {@code …/TSLType/CClist}
 * @param name with the country before it: {@code ML:Liste de confiance…}
 * @param approach a URI: {@code …/StatusDetn/CCdetermination}
 * @param rules URIs: {@code …/schemerules/CC}
 * @param legal the notice, or addresses of the policy
 * @param legalIsAddress whether {@code legal} holds addresses
 * @param historyDays 65535: for ever
 * @param pointers the element {@code PointersToOtherTSL} as it came; empty where there is none
 * @param distribution where the list is
 * @param extensions the element {@code SchemeExtensions} as it came; empty where there is none
 */
public record Scheme(
        int version,
        long sequence,
        Instant issued,
        @Nullable Instant nextUpdate,
        String type,
        Texts operator,
        Address address,
        Texts name,
        Texts information,
        String approach,
        Texts rules,
        String territory,
        Texts legal,
        boolean legalIsAddress,
        long historyDays,
        String pointers,
        List<String> distribution,
        String extensions) {

    /** The version that is written. */
    public static final int VERSION = 6;

    /** What is kept for ever (TS 119 612 §5.3.12). */
    public static final long FOR_EVER = 65_535;

    /** Keeps a copy. */
    public Scheme {
        distribution = List.copyOf(distribution);
    }

    /** The same, issued under a number. */
    public Scheme issued(long number, Instant at, Instant next) {
        return new Scheme(
                VERSION,
                number,
                at,
                next,
                type,
                operator,
                address,
                name,
                information,
                approach,
                rules,
                territory,
                legal,
                legalIsAddress,
                historyDays,
                pointers,
                distribution,
                extensions);
    }
}
