package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.authority.AuthorityKeys.Signer;
import org.danaya.trust.authority.Drafting.Draft;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Certificates of the platform's own infrastructure, status responders and timestamp units, which
 * renew themselves: they were approved in advance, at the ceremony, up to a number and until a day.
 */
public final class Infrastructure {

    /** The most certificates of one transaction. */
    public static final int MOST = 1_000;

    private final Authorities authorities;
    private final AuthorityKeys keys;
    private final KnownProfiles profiles;
    private final Drafting drafting;
    private final Issuer issuer;
    private final StandingTable standings;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Infrastructure(
            Authorities authorities,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Drafting drafting,
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.authorities = authorities;
        this.keys = keys;
        this.profiles = profiles;
        this.drafting = drafting;
        this.issuer = new Issuer(new CertificateTable(jdbc), leaves);
        this.standings = new StandingTable(jdbc);
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Approves certificates in advance.
     *
     * @param basis what it rests on, such as {@code ceremony:SHA-256} of the minute
     * @param most how many, at most
     */
    public void approve(int authority, String profile, String basis, Duration life, int most) {
        transaction.executeWithoutResult(
                _ -> {
                    Authority known = authority(authority);
                    KnownProfile under = profiles.get(profile);
                    Instant now = clock.instant();
                    UUID id = ids.next();
                    standings.insert(
                            id, authority, under.number(), basis, now, now.plus(life), most);
                    HexFormat hex = HexFormat.of();
                    String content =
                            """
                            danaya standing approval v1
                            standing %s
                            authority-sha256 %s
                            profile %s %d %s
                            from %s
                            until %s
                            most %d
                            basis %s
                            """
                                    .formatted(
                                            id,
                                            hex.formatHex(known.sha256()),
                                            profile,
                                            under.profile().version(),
                                            hex.formatHex(under.digest()),
                                            now,
                                            now.plus(life),
                                            most,
                                            basis);
                    leaves.append(
                            new NewLeaf(
                                    "authority.standing",
                                    content.getBytes(StandardCharsets.UTF_8),
                                    "authority:standing:" + id,
                                    true));
                    news.publishEvent(
                            Act.done(
                                    AuthorityAct.STANDING_GIVEN,
                                    "authority:" + known.code(),
                                    Map.of(
                                            "profile",
                                            profile,
                                            "until",
                                            now.plus(life).toString(),
                                            "most",
                                            Integer.toString(most))));
                });
    }

    /**
     * One certificate that is wanted.
     *
     * @param subject what the profile asks for
     * @param publicKey DER of a SubjectPublicKeyInfo
     * @param life cut at what the profile and the authority allow; the usual one where there is
     *     none
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Wanted(
            Map<SubjectAttribute, String> subject,
            List<String> alternatives,
            byte[] publicKey,
            Optional<Duration> life) {}

    /**
     * Issues one under what was approved in advance.
     *
     * @param profile {@code ocsp} or {@code timestamp}
     * @param name the common name
     * @param life cut at what the profile and the authority allow
     * @throws Fault {@link AuthorityFault#NOT_STANDING}, {@link AuthorityFault#LINT_REFUSED},
     *     {@link AuthorityFault#KEY_REFUSED}, {@link AuthorityFault#KEY_OFFLINE}
     */
    public Certificate issue(
            int authority, String profile, String name, PublicKey key, Duration life) {
        return issue(
                        authority,
                        profile,
                        List.of(
                                new Wanted(
                                        Map.of(SubjectAttribute.COMMON_NAME, name),
                                        List.of(),
                                        key.getEncoded(),
                                        Optional.of(life))))
                .getFirst();
    }

    /**
     * Issues all of them in one transaction, or none.
     *
     * @param wanted 1 to {@link #MOST}
     * @throws Fault as for one; {@link AuthorityFault#SUBJECT_REFUSED}
     */
    public List<Certificate> issue(int authority, String profile, List<Wanted> wanted) {
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + ", not " + wanted.size());
        }
        Signer signer = keys.of(authority(authority));
        KnownProfile under = profiles.get(profile);
        List<Draft> drafts = wanted.stream().map(one -> draft(signer, under, one)).toList();
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            UUID standing = use(signer, under, drafts.size());
                            List<Certificate> issued =
                                    issuer.issue(
                                            drafts.stream()
                                                    .map(
                                                            draft ->
                                                                    ready(
                                                                            draft, signer, under,
                                                                            standing))
                                                    .toList());
                            news.publishEvent(Acts.issued(issued, under, signer.authority()));
                            return issued;
                        }));
    }

    private UUID use(Signer signer, KnownProfile under, int count) {
        return standings
                .use(signer.authority().id(), under.number(), count, clock.instant())
                .orElseThrow(
                        () ->
                                new Fault(
                                        AuthorityFault.NOT_STANDING,
                                        signer.authority().code(),
                                        under.profile().id()));
    }

    private Draft draft(Signer signer, KnownProfile under, Wanted wanted) {
        return drafting.draft(
                signer,
                under,
                wanted.subject,
                Drafting.names(under, wanted.alternatives),
                wanted.publicKey,
                wanted.life);
    }

    private static Issuer.Ready ready(
            Draft draft, Signer signer, KnownProfile under, UUID standing) {
        return new Issuer.Ready(
                new Permission(draft.sha256(), new Permission.Basis.Standing(standing)),
                Drafting.linted(signer, under, draft.tbs()),
                signer,
                under,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Authority authority(int id) {
        return authorities
                .find(id)
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_AUTHORITY, id));
    }
}
