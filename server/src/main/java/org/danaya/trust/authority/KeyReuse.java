package org.danaya.trust.authority;

import org.danaya.base.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a key was certified before. */
final class KeyReuse {

    private final CertificateTable certificates;

    KeyReuse(JdbcClient jdbc) {
        this.certificates = new CertificateTable(jdbc);
    }

    /**
     * A key may be certified again for the same holder and structure only: that is a renewal.
     *
     * @throws Fault {@link AuthorityFault#KEY_REUSED}
     */
    void needNew(Request.Head head) {
        boolean others =
                certificates.ofKey(Hashes.key(head.publicKey())).stream()
                        .anyMatch(
                                known ->
                                        !known.holder().equals(head.holder())
                                                || !known.structure().equals(head.structure())
                                                || known.state()
                                                        instanceof CertificateStatus.State.Revoked);
        if (others) {
            throw new Fault(AuthorityFault.KEY_REUSED);
        }
    }
}
