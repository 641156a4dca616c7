package org.danaya.trust.lint;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.trust.profile.Profile;

/** A TBSCertificate that was found clean. Only the linter makes one; it is redeemed once. */
public final class LintedTbs {

    private final Profile profile;
    private final byte[] tbs;
    private final CertificateView view;
    private final AtomicBoolean redeemed = new AtomicBoolean();

    LintedTbs(Profile profile, byte[] tbs, CertificateView view) {
        this.profile = profile;
        this.tbs = tbs;
        this.view = view;
    }

    /** The profile that it was compared with. */
    public Profile profile() {
        return profile;
    }

    /** The serial number, unsigned big endian, without a byte for its sign. */
    public byte[] serial() {
        byte[] serial = view.serial();
        return serial.length > 1 && serial[0] == 0
                ? Arrays.copyOfRange(serial, 1, serial.length)
                : serial.clone();
    }

    /** The DER of the subject's Name. */
    public byte[] subject() {
        return view.subjectName().clone();
    }

    /** The first second of the validity. */
    public Instant notBefore() {
        return view.notBefore().at();
    }

    /** The last second of the validity. */
    public Instant notAfter() {
        return view.notAfter().at();
    }

    /** The DER of the SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return view.key().whole().clone();
    }

    /**
     * The bytes, for the signer.
     *
     * @throws IllegalStateException the second time
     */
    public byte[] redeem() {
        if (!redeemed.compareAndSet(false, true)) {
            throw new IllegalStateException("a linted certificate is redeemed once");
        }
        return tbs;
    }
}
