package org.danaya.trust.authority;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.base.Sha256;

/**
 * That one exact TBSCertificate may be signed, once. Only {@link Permissions} makes one, in the
 * transaction that uses up the approvals behind it.
 */
final class Permission {

    /** What it rests on. */
    sealed interface Basis {

        /** Officers approved the request. */
        record Request(UUID id) implements Basis {}

        /** Approved in advance. */
        record Standing(UUID id) implements Basis {}
    }

    private final byte[] tbsSha256;
    private final Basis basis;
    private final AtomicBoolean used = new AtomicBoolean();

    Permission(byte[] tbsSha256, Basis basis) {
        this.tbsSha256 = tbsSha256.clone();
        this.basis = basis;
    }

    Basis basis() {
        return basis;
    }

    /**
     * Uses it for these bytes.
     *
     * @throws IllegalStateException where it was used before, or is for other bytes: the calling
     *     code is wrong
     */
    void use(byte[] tbs) {
        if (!java.security.MessageDigest.isEqual(tbsSha256, Sha256.of(tbs))) {
            throw new IllegalStateException("A permission for another certificate");
        }
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("A permission is used once");
        }
    }
}
