package org.danaya.trust.validation;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.util.List;

/** Stands where DSS would otherwise ask the network because a document says so. */
public final class NoNetwork implements DataLoader {

    private static final long serialVersionUID = 1L;

    NoNetwork() {}

    /** A verifier without any source but what a document carries. */
    public static CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        return verifier;
    }

    /** Signature policies that a document carries, and none from elsewhere. */
    static SignaturePolicyProvider policies() {
        SignaturePolicyProvider policies = new SignaturePolicyProvider();
        policies.setDataLoader(new NoNetwork());
        return policies;
    }

    @Override
    public byte[] get(String address) {
        throw new DSSException("Nothing is fetched because a document says so");
    }

    @Override
    public DataAndUrl get(List<String> addresses) {
        throw new DSSException("Nothing is fetched because a document says so");
    }

    @Override
    public byte[] post(String address, byte[] body) {
        throw new DSSException("Nothing is sent because a document says so");
    }

    @Override
    public void setContentType(String type) {
        // Nothing is sent.
    }
}
