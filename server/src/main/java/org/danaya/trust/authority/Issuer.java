package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.lint.LintedTbs;
import org.danaya.trust.profile.TbsCertificates;

/**
 * Signs certificates, and writes each down with its leaf in the caller's transaction. What it signs
 * was linted and is permitted, or it can't be handed over here.
 */
final class Issuer {

    private final CertificateTable certificates;
    private final KeyReuse reuse;
    private final Leaves leaves;

    Issuer(CertificateTable certificates, Leaves leaves) {
        this.certificates = certificates;
        this.reuse = new KeyReuse(certificates);
        this.leaves = leaves;
    }

    /**
     * What is ready to be signed.
     *
     * @param approvals how many approvals there were
     */
    record Ready(
            Permission permission,
            LintedTbs linted,
            AuthorityKeys.Signer signer,
            KnownProfile profile,
            int approvals,
            Optional<UUID> holder,
            Optional<UUID> structure,
            Optional<String> keyLabel) {}

    /**
     * Signs all of them; none is issued before the transaction is committed.
     *
     * @throws Fault {@link AuthorityFault#KEY_REUSED}, also where another request with the key was
     *     answered meanwhile
     */
    List<Certificate> issue(List<Ready> batch) {
        List<Signed> signed = batch.stream().map(Issuer::sign).toList();
        List<Long> ids = certificates.changes(signed.size());
        List<Long> keys =
                batch.stream().map(ready -> Hashes.key(ready.linted().publicKey())).toList();
        needNewKeys(batch, keys);
        List<Certificate> issued = new ArrayList<>(signed.size());
        List<NewLeaf> news = new ArrayList<>(signed.size());
        for (int i = 0; i < signed.size(); i++) {
            Ready ready = batch.get(i);
            Certificate certificate = certificate(ids.get(i), ready, signed.get(i));
            issued.add(certificate);
            news.add(leaf(ready, signed.get(i), certificate));
        }
        certificates.insert(issued, keys);
        leaves.append(news);
        return issued;
    }

    /** Asked after {@code changes} has made others wait, so that no two can pass together. */
    private void needNewKeys(List<Ready> batch, List<Long> keys) {
        List<KeyReuse.Use> uses = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Ready ready = batch.get(i);
            if (ready.permission().basis() instanceof Permission.Basis.Request) {
                uses.add(
                        new KeyReuse.Use(
                                keys.get(i),
                                ready.holder(),
                                ready.structure(),
                                ready.profile().profile().kind()));
            }
        }
        if (!uses.isEmpty()) {
            reuse.needNew(uses);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Signed(byte[] tbs, byte[] der) {}

    private static Signed sign(Ready ready) {
        byte[] tbs = ready.linted().redeem();
        ready.permission().use(tbs);
        AuthorityKeys.Signer signer = ready.signer();
        byte[] signature = signer.key().sign(tbs);
        return new Signed(
                tbs, TbsCertificates.certificate(tbs, signer.key().algorithm(), signature));
    }

    private static Certificate certificate(long id, Ready ready, Signed signed) {
        Permission.Basis basis = ready.permission().basis();
        return new Certificate(
                id,
                ready.signer().authority().id(),
                ready.linted().serial(),
                ready.profile().number(),
                signed.der,
                Sha256.of(signed.der),
                X500Name.getInstance(ready.linted().subject()).toString(),
                ready.linted().notBefore(),
                ready.linted().notAfter(),
                CertificateStatus.GOOD,
                basis instanceof Permission.Basis.Request(UUID request)
                        ? Optional.of(request)
                        : Optional.empty(),
                basis instanceof Permission.Basis.Standing(UUID standing)
                        ? Optional.of(standing)
                        : Optional.empty(),
                ready.holder(),
                ready.structure(),
                ready.keyLabel());
    }

    private static NewLeaf leaf(Ready ready, Signed signed, Certificate certificate) {
        HexFormat hex = HexFormat.of();
        String basis =
                switch (ready.permission().basis()) {
                    case Permission.Basis.Request(UUID id) -> "request " + id;
                    case Permission.Basis.Standing(UUID id) -> "standing " + id;
                };
        String content =
                "danaya certificate issued v1\nauthority-sha256 "
                        + hex.formatHex(ready.signer().authority().sha256())
                        + "\nserial "
                        + hex.formatHex(certificate.serial())
                        + "\ncertificate-sha256 "
                        + hex.formatHex(certificate.sha256())
                        + "\ntbs-sha256 "
                        + hex.formatHex(Sha256.of(signed.tbs))
                        + "\nprofile "
                        + ready.profile().profile().id()
                        + " "
                        + ready.profile().profile().version()
                        + " "
                        + hex.formatHex(ready.profile().digest())
                        + "\napprovals "
                        + ready.approvals()
                        + "\n"
                        + basis
                        + "\n";
        return new NewLeaf(
                "authority.issued",
                content.getBytes(StandardCharsets.US_ASCII),
                "authority:issued:" + certificate.id(),
                true);
    }
}
