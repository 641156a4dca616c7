package org.danaya.trust.validation;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.spi.DSSRevocationUtils;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own status services, called in process, in the form that DSS asks for. */
public final class OwnStatus {

    private static final Logger LOG = LoggerFactory.getLogger(OwnStatus.class);

    private OwnStatus() {}

    /**
     * From an OCSP responder.
     *
     * @param responder answers a request with a response, both DER (RFC 6960 §4)
     */
    public static RevocationSource<OCSP> ocsp(UnaryOperator<byte[]> responder) {
        return new Ocsp(responder);
    }

    /**
     * From revocation lists.
     *
     * @param lists the current list for a certificate (both DER), where it is one of ours
     */
    public static RevocationSource<CRL> crl(Function<byte[], Optional<byte[]>> lists) {
        return new Lists(lists);
    }

    private record Ocsp(UnaryOperator<byte[]> responder) implements RevocationSource<OCSP> {

        @Override
        public @org.jspecify.annotations.Nullable OCSPToken getRevocationToken(
                CertificateToken certificate, CertificateToken issuer) {
            try {
                byte[] request =
                        new OCSPReqBuilder()
                                .addRequest(
                                        DSSRevocationUtils.getOCSPCertificateID(
                                                certificate, issuer, DigestAlgorithm.SHA1))
                                .build()
                                .getEncoded();
                OCSPResp response = new OCSPResp(responder.apply(request));
                if (response.getStatus() != OCSPResp.SUCCESSFUL
                        || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                    return null;
                }
                SingleResp single =
                        DSSRevocationUtils.getLatestSingleResponse(basic, certificate, issuer);
                if (single == null) {
                    return null;
                }
                OCSPToken token = new OCSPToken(basic, single, certificate, issuer);
                token.setExternalOrigin(RevocationOrigin.EXTERNAL);
                return token;
            } catch (OCSPException | IOException | RuntimeException e) {
                LOG.warn("Our own status service gave no answer about a certificate", e);
                return null;
            }
        }
    }

    private record Lists(Function<byte[], Optional<byte[]>> lists)
            implements RevocationSource<CRL> {

        @Override
        public @org.jspecify.annotations.Nullable CRLToken getRevocationToken(
                CertificateToken certificate, CertificateToken issuer) {
            try {
                Optional<byte[]> list = lists.apply(certificate.getEncoded());
                if (list.isEmpty()) {
                    return null;
                }
                CRLToken token =
                        new CRLToken(
                                certificate,
                                CRLUtils.buildCRLValidity(
                                        CRLUtils.buildCRLBinary(list.get()), issuer));
                token.setExternalOrigin(RevocationOrigin.EXTERNAL);
                return token;
            } catch (IOException | RuntimeException e) {
                LOG.warn("Our own revocation list about a certificate can't be read", e);
                return null;
            }
        }
    }
}
