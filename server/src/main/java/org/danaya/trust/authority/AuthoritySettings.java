package org.danaya.trust.authority;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;
import org.danaya.trust.profile.IssuerInfo;

/** The settings of authorities. */
public final class AuthoritySettings {

    /**
     * Where relying parties find status, revocation lists and certificates of authorities: the
     * edge, as the outside sees it, over plain HTTP. It stands in every certificate, so that it
     * must be right before the first ceremony.
     */
    public static final Setting<URI> ADDRESS =
            Setting.address("trust.address", "http://localhost:8081");

    /** How long what was prepared may wait for its approval. */
    public static final Setting<Duration> APPROVAL_TIME =
            Setting.duration("authority.approval-time", "14d");

    /** How many requests of one structure may wait to be decided. */
    public static final Setting<Integer> MOST_OPEN =
            Setting.number("authority.most-open", 1, 1_000_000, 2_000);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(ADDRESS, APPROVAL_TIME, MOST_OPEN);

    private AuthoritySettings() {}

    /** The addresses that certificates of an authority tell. */
    public static IssuerInfo.Addresses addresses(URI base, String code) {
        String start = base.toString().replaceAll("/+$", "");
        return new IssuerInfo.Addresses(
                start + "/crl/" + code + "/{partition}.crl",
                start + "/ocsp",
                start + "/aia/" + code + ".cer");
    }
}
