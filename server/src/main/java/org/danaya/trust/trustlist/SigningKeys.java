package org.danaya.trust.trustlist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Secret;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.SoftwareToken;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.store.Moments;
import org.danaya.store.Store;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign lists. The last one made signs; those before stay known, so that old editions
 * can be checked. Each certificate is a leaf of the public log from its beginning.
 */
@Component
public final class SigningKeys {

    static final String LEAF = "trustlist.signer";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient sql;
    private final Path keys;
    private final Optional<Path> secretFile;
    private final SecureRandom random;
    private final Ids ids;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    /** Opened at first need. */
    private volatile @Nullable Token token;

    SigningKeys(
            JdbcClient sql,
            Store store,
            Settings settings,
            SecureRandom random,
            Ids ids,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.sql = sql;
        this.keys = store.home().keys();
        this.secretFile = settings.find(TrustlistSettings.SECRET_FILE);
        this.random = random;
        this.ids = ids;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** A key, by what others know of it. */
    public record Signer(UUID id, String label, ServiceCertificate certificate, Instant madeAt) {}

    /** All of them, the newest first. */
    public List<Signer> all() {
        return sql.sql("select * from trustlist.signer order by made_at desc, id desc")
                .query(
                        (row, _) ->
                                new Signer(
                                        row.getObject("id", UUID.class),
                                        row.getString("label"),
                                        ServiceCertificate.read(row.getBytes("certificate"))
                                                .orElseThrow(),
                                        Moments.of(row, "made_at")))
                .list();
    }

    /** The one that signs. */
    public Optional<Signer> current() {
        return all().stream().findFirst();
    }

    /** Makes a key and its certificate, which names the scheme's operator and territory. */
    public Signer make(Scheme scheme, UUID by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = ids.next();
        String label = "tl-" + id;
        byte[] certificate;
        try (TokenKey key = token().make(label, KeyAlgorithm.EC_P256)) {
            certificate =
                    SigningCertificate.make(
                            key,
                            scheme.territory(),
                            scheme.operator().in("en"),
                            "Trusted list signer " + now.toString().substring(0, 10),
                            now.truncatedTo(ChronoUnit.SECONDS),
                            random);
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> recorded(id, label, certificate, by, now)));
    }

    private Signer recorded(UUID id, String label, byte[] certificate, UUID by, Instant now) {
        sql.sql("insert into trustlist.signer values (?, ?, ?, ?, ?)")
                .params(id, label, certificate, by, Moments.column(now))
                .update();
        ServiceCertificate read = ServiceCertificate.read(certificate).orElseThrow();
        leaves.append(new NewLeaf(LEAF, certificate, "trustlist:signer:" + id, true));
        news.publishEvent(
                Act.done(
                        TrustlistAct.KEY_MADE,
                        "trustlist:signer",
                        Map.of("label", label, "certificate", read.sha256())));
        return new Signer(id, label, read, now);
    }

    /**
     * Signs a list.
     *
     * @throws Fault {@link TrustlistFault#KEY_AWAY} and the faults of the token
     */
    byte[] sign(Signer signer, byte[] unsigned, Instant at) {
        try (TokenKey key =
                token().find(signer.label())
                        .orElseThrow(() -> new Fault(TrustlistFault.KEY_AWAY, signer.label()))) {
            return ListSigner.sign(unsigned, key, signer.certificate().der(), at);
        }
    }

    private synchronized Token token() {
        Token known = token;
        if (known == null) {
            known = SoftwareToken.open("trustlist", keys.resolve("trustlist"), secret(), random);
            token = known;
        }
        return known;
    }

    private Secret secret() {
        Path file = secretFile.orElseGet(() -> keys.resolve("trustlist.secret"));
        if (secretFile.isEmpty() && Files.notExists(file)) {
            byte[] made = new byte[SECRET_BYTES];
            random.nextBytes(made);
            try {
                DurableFiles.replace(
                        file,
                        HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII),
                        DurableFiles.OWNER_ONLY);
                DurableFiles.syncFolder(keys);
            } catch (IOException e) {
                throw new Fault(
                        e, TrustlistFault.NOT_WRITTEN, keys, String.valueOf(e.getMessage()));
            }
        }
        return SecretFile.read(file);
    }
}
