package org.danaya.trust.lint;

import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.trust.profile.Profile;

/** A TBSCertificate that was found clean. Only the linter makes one; it is redeemed once. */
public final class LintedTbs {

    private final Profile profile;
    private final byte[] tbs;
    private final AtomicBoolean redeemed = new AtomicBoolean();

    LintedTbs(Profile profile, byte[] tbs) {
        this.profile = profile;
        this.tbs = tbs;
    }

    /** The profile that it was compared with. */
    public Profile profile() {
        return profile;
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
