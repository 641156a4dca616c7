package org.danaya.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.danaya.access.TestNames;
import org.danaya.base.Ids;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.KeyBlocklist;
import org.danaya.crypto.PublicKeyCheck;
import org.danaya.crypto.TestTokens;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.log.Leaves;
import org.danaya.log.TestLeaves;
import org.danaya.people.Structure;
import org.danaya.signin.AssertionOutcome;
import org.danaya.store.TestDatabase;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.KeyIdentifiers;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SerialNumbers;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
import org.danaya.trust.profile.TbsCertificates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Authorities on a database of their own, without the platform: a root and those below it. */
public final class TestAuthority {

    public static final URI ADDRESS = URI.create("http://pki.example.test");

    /** How many requests of one structure may wait. */
    static final int MOST_OPEN = 500;

    public final DataSource source;
    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;
    public final Token token;
    public final Profiles profiles = Profiles.shipped();
    public final Authorities authorities;
    public final Infrastructure infrastructure;
    public final Revocations revocations;
    public final StatusFeed feed;
    public final Register register;
    public final Requests requests;
    public final Examinations examinations;
    public final Approvals approvals;

    /** Where the keys of holders are. */
    public final Token holders;

    /** In whose name approvers act. */
    public final TestNames names = new TestNames();

    /** What the next passkey confirms: nothing else is. */
    public byte[] confirmed = {};

    public final Authority root;

    /** Everything that was told to the journal and to other modules. */
    public final List<Object> news = new ArrayList<>();

    public final AuthorityKeys keys;
    public final KnownProfiles known;
    final Drafting drafting;
    final Leaves leaves;

    /** The register of structures. */
    final Map<UUID, Structure> structures = new HashMap<>();

    private final Map<UUID, TestPasskey> passkeys = new HashMap<>();

    /** Before the labels of keys: a token may be another's too. */
    private final String prefix = UUID.randomUUID() + "-";

    private final SecureRandom random = new SecureRandom();
    private final KeyAlgorithm algorithm;

    /** Authorities with keys of an algorithm, kept in files of a folder. */
    public TestAuthority(Path folder, KeyAlgorithm algorithm, Clock clock) {
        this(TestTokens.inFiles(folder), algorithm, clock);
    }

    /** Authorities with their keys and their holders' in one token. */
    public static TestAuthority in(Token token, KeyAlgorithm algorithm, Clock clock) {
        return new TestAuthority(token, token, algorithm, clock);
    }

    /** Authorities with keys in a token. */
    public TestAuthority(Token token, KeyAlgorithm algorithm, Clock clock) {
        this(token, TestTokens.inFiles(folder().resolve("holders")), algorithm, clock);
    }

    private TestAuthority(Token token, Token holders, KeyAlgorithm algorithm, Clock clock) {
        this.holders = holders;
        this.token = token;
        this.algorithm = algorithm;
        source = TestDatabase.freshSource();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        leaves = TestLeaves.on(jdbc);
        authorities = new Authorities(jdbc, leaves, transaction, news::add, clock);
        keys = new AuthorityKeys(token, ADDRESS);
        known = new KnownProfiles(profiles, jdbc, transaction);
        drafting = new Drafting(new PublicKeyCheck(KeyBlocklist.empty()), random, clock);
        infrastructure =
                new Infrastructure(
                        authorities,
                        keys,
                        known,
                        drafting,
                        jdbc,
                        leaves,
                        transaction,
                        news::add,
                        new Ids(clock, random),
                        clock);
        revocations = new Revocations(jdbc, leaves, transaction, news::add, clock);
        feed = new StatusFeed(source);
        Ids ids = new Ids(clock, random);
        register = new Register(id -> Optional.ofNullable(structures.get(id)), profiles.country());
        requests =
                new Requests(
                        jdbc,
                        known,
                        register,
                        drafting,
                        holders,
                        transaction,
                        news::add,
                        ids,
                        clock,
                        MOST_OPEN);
        examinations =
                new Examinations(
                        jdbc,
                        authorities,
                        keys,
                        known,
                        drafting,
                        holders,
                        names.acting,
                        transaction,
                        news::add,
                        clock);
        approvals =
                new Approvals(
                        jdbc,
                        authorities,
                        keys,
                        known,
                        leaves,
                        (account, _, content, _, _) -> answer(ids, account, content),
                        names.acting,
                        transaction,
                        news::add,
                        clock,
                        Duration.ofDays(14));
        root = root(clock.instant());
    }

    /** An authority below the root, with its key in the token. */
    public Authority below(AuthorityKind kind) {
        String code = kind.code();
        TokenKey key = token.make(prefix + code, algorithm);
        TokenKey rootKey = token.find(prefix + "root").orElseThrow();
        Profile profile = profiles.get("issuing-" + code);
        IssuerInfo info = keys.of(withKey(root)).info();
        byte[] certificate =
                signed(profile, info, "Example authority for " + code, key, rootKey, Instant.now());
        return authorities.register(code, kind, true, certificate, Optional.of(prefix + code));
    }

    /** One whose infrastructure may issue a thousand certificates of a profile. */
    public void approve(Authority authority, String profile) {
        infrastructure.approve(
                authority.id(), profile, "ceremony:example", Duration.ofDays(365), 1_000);
    }

    private AssertionOutcome answer(Ids ids, UUID account, byte[] content) {
        if (!Arrays.equals(content, confirmed)) {
            return new AssertionOutcome.Refused(AssertionOutcome.Reason.OTHER_CONTENT);
        }
        return new AssertionOutcome.Confirmed(
                passkeys.computeIfAbsent(account, _ -> new TestPasskey())
                        .confirm(ids.next(), account, content));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("danaya-authority-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Authority root(Instant now) {
        TokenKey key = token.make(prefix + "root", algorithm);
        Profile profile = profiles.get("root");
        SubjectName name = name(profile, "Example root");
        IssuerInfo self =
                new IssuerInfo(
                        AuthorityKind.ROOT,
                        name.encoded(),
                        KeyIdentifiers.of(key.publicKey().getEncoded()),
                        algorithm,
                        now.plus(Duration.ofDays(36_500)),
                        AuthoritySettings.addresses(ADDRESS, "root"));
        byte[] certificate = signed(profile, self, "Example root", key, key, now);
        return authorities.register(
                "root", AuthorityKind.ROOT, true, certificate, Optional.empty());
    }

    private Authority withKey(Authority offline) {
        return new Authority(
                offline.id(),
                offline.code(),
                offline.kind(),
                offline.rehearsal(),
                offline.issuer(),
                offline.certificate(),
                offline.sha256(),
                Optional.of(prefix + "root"),
                offline.notAfter(),
                offline.endedAt());
    }

    private byte[] signed(
            Profile profile,
            IssuerInfo issuer,
            String commonName,
            TokenKey key,
            TokenKey signer,
            Instant now) {
        byte[] tbs =
                new TbsCertificates(profile, issuer)
                        .build(
                                name(profile, commonName),
                                AlternativeNames.NONE,
                                key.publicKey().getEncoded(),
                                new SerialNumbers(random).next(),
                                profile.lifetime().from(now, issuer.notAfter()));
        return TbsCertificates.certificate(tbs, signer.algorithm(), signer.sign(tbs));
    }

    private static SubjectName name(Profile profile, String commonName) {
        return switch (SubjectName.of(profile, Map.of(SubjectAttribute.COMMON_NAME, commonName))) {
            case SubjectName.Outcome.Accepted(SubjectName accepted) -> accepted;
            case SubjectName.Outcome.Refused(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
