package org.danaya.trust.authority;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.crypto.TokenKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What revocation lists need of authorities: their keys, and which list tells which certificate.
 */
public final class ListSigning {

    private final AuthorityKeys keys;
    private final KnownProfiles profiles;
    private final JdbcClient jdbc;
    private final URI address;

    ListSigning(AuthorityKeys keys, KnownProfiles profiles, JdbcClient jdbc, URI address) {
        this.keys = keys;
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.address = address;
    }

    /**
     * The key of an authority; nothing where it is offline.
     *
     * @throws Fault {@link org.danaya.crypto.CryptoFault#TOKEN_AWAY}
     */
    public Optional<TokenKey> key(Authority authority) {
        return authority.keyLabel().isEmpty()
                ? Optional.empty()
                : Optional.of(keys.of(authority).key());
    }

    /** The parts that an authority's certificates may be in, by the profiles of now. */
    public Set<String> parts(Authority authority) {
        Set<String> parts = new LinkedHashSet<>();
        profiles.all().stream()
                .map(KnownProfile::profile)
                .filter(profile -> profile.issuedBy().contains(authority.kind()))
                .forEach(profile -> parts.add(profile.partition()));
        return parts;
    }

    /** The part of each profile's certificates, by its number, in every version that ever was. */
    public Map<Integer, String> partOfProfiles() {
        Map<Integer, String> parts = new HashMap<>();
        jdbc.sql("select id, code from authority.profile")
                .query(
                        row -> {
                            int number = row.getInt(1);
                            profiles.find(row.getString(2))
                                    .ifPresent(
                                            known ->
                                                    parts.put(number, known.profile().partition()));
                        });
        return parts;
    }

    /** The address of a part, as certificates tell it. */
    public String address(Authority authority, String part) {
        return AuthoritySettings.addresses(address, authority.code()).crl(part);
    }
}
