package org.danaya.trust.authority;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The profiles of this start, each with its number in {@code authority.profile}, which keeps one
 * for every version that ever was.
 */
public final class KnownProfiles {

    private final Map<String, KnownProfile> byCode = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final Map<Integer, String> codes = new HashMap<>();

    KnownProfiles(Profiles profiles, JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        for (Profile profile : profiles.all()) {
            byte[] digest = profile.digest();
            int number =
                    Objects.requireNonNull(transaction.execute(_ -> number(jdbc, profile, digest)));
            byCode.put(profile.id(), new KnownProfile(number, profile, digest));
        }
        jdbc.sql("select id, code from authority.profile")
                .query((row, _) -> codes.put(row.getInt(1), row.getString(2)))
                .list();
    }

    /** All of them. */
    public List<KnownProfile> all() {
        return List.copyOf(byCode.values());
    }

    /** The profile of a code, in its version of now. */
    public Optional<KnownProfile> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The profile of a code, in its version of now.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_PROFILE}
     */
    public KnownProfile get(String code) {
        return find(code).orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_PROFILE, code));
    }

    /** The profile of a number, where that version is still the one of now. */
    public Optional<KnownProfile> find(int number) {
        return byCode.values().stream().filter(known -> known.number() == number).findFirst();
    }

    /** The code of the profile of a number, in whatever version. */
    public String code(int number) {
        return codes.getOrDefault(number, Integer.toString(number));
    }

    /** The parts of its revocation list that an authority's certificates are in. */
    public Set<String> listParts(Authority authority) {
        Set<String> parts = new LinkedHashSet<>();
        all().stream()
                .map(KnownProfile::profile)
                .filter(profile -> profile.issuedBy().contains(authority.kind()))
                .forEach(profile -> parts.add(profile.partition()));
        return parts;
    }

    /** The part of each profile's certificates, by its number, in every version that ever was. */
    public Map<Integer, String> listPartOfEach() {
        Map<Integer, String> parts = new HashMap<>();
        jdbc.sql("select id, code from authority.profile")
                .query(
                        row -> {
                            int number = row.getInt(1);
                            find(row.getString(2))
                                    .ifPresent(
                                            known ->
                                                    parts.put(number, known.profile().partition()));
                        });
        return parts;
    }

    private static int number(JdbcClient jdbc, Profile profile, byte[] digest) {
        jdbc.sql(
                        """
                        insert into authority.profile (code, version, sha256) values (?, ?, ?)
                        on conflict (sha256) do nothing
                        """)
                .params(profile.id(), profile.version(), digest)
                .update();
        return jdbc.sql("select id from authority.profile where sha256 = ?")
                .param(digest)
                .query(Integer.class)
                .single();
    }
}
