package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificateList;
import org.danaya.base.Sha256;
import org.danaya.crypto.PublicKeys;
import org.danaya.crypto.SignatureCheck;

/** Looks at a ceremony's folder as an auditor does: nothing secret is needed for it. */
final class CeremonyCheck {

    private final CeremonyFolder folder;
    private final List<Result> results = new ArrayList<>();

    CeremonyCheck(CeremonyFolder folder) {
        this.folder = folder;
    }

    /** What was looked at, and whether it holds. */
    record Result(String what, boolean holds) {}

    List<Result> run() {
        Certificate root = Certificate.getInstance(folder.read(CeremonyFolder.ROOT));
        PublicKey key = key(root);
        String algorithm = root.getSignatureAlgorithm().getAlgorithm().getId();
        add("root.cer", holds(key, root));
        for (String code : folder.codes()) {
            add(
                    "certificates/" + code + ".cer",
                    holds(key, Certificate.getInstance(folder.read(folder.certificate(code)))));
        }
        CertificateList list = CertificateList.getInstance(folder.read(CeremonyFolder.LIST));
        add(
                CeremonyFolder.LIST,
                valid(
                        key,
                        list.getSignatureAlgorithm().getAlgorithm().getId(),
                        encoded(list.getTBSCertList()),
                        list.getSignature().getOctets()));
        for (Path act : folder.acts()) {
            String name = act.getFileName() + "/";
            byte[] transcript = folder.read(act.resolve("transcript.txt"));
            byte[] minute = folder.read(act.resolve("minute.txt"));
            add(name + "transcript.txt", Transcript.holds(Minute.string(transcript)));
            add(
                    name + "minute.txt",
                    valid(key, algorithm, minute, folder.read(act.resolve("minute.sig")))
                            && Minute.string(minute).contains(Sha256.hexOf(transcript)));
        }
        return results;
    }

    private void add(String what, boolean holds) {
        results.add(new Result(what, holds));
    }

    private static boolean holds(PublicKey key, Certificate certificate) {
        return valid(
                key,
                certificate.getSignatureAlgorithm().getAlgorithm().getId(),
                encoded(certificate.getTBSCertificate()),
                certificate.getSignature().getOctets());
    }

    private static boolean valid(PublicKey key, String algorithm, byte[] data, byte[] signature) {
        return SignatureCheck.check(key, algorithm, data, signature)
                instanceof SignatureCheck.Outcome.Valid;
    }

    private static byte[] encoded(org.bouncycastle.asn1.ASN1Object structure) {
        try {
            return structure.getEncoded(ASN1Encoding.DER);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static PublicKey key(Certificate root) {
        try {
            return PublicKeys.read(root.getSubjectPublicKeyInfo().getEncoded());
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
