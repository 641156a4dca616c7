package org.danaya.trust.signature.ades;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.danaya.base.Fault;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.TimestampAnswers;

/** Our own timestamps, asked as any client asks: with a nonce, and the answer is checked. */
public final class OwnTimestamps implements TSPSource {

    private static final long serialVersionUID = 1L;
    private static final int NONCE_BITS = 64;

    private final transient TimestampAnswers answers;
    private final SecureRandom random;

    public OwnTimestamps(TimestampAnswers answers, SecureRandom random) {
        this.answers = answers;
        this.random = random;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            TimeStampRequest request =
                    generator.generate(
                            new ASN1ObjectIdentifier(algorithm.getOid()),
                            digest,
                            new BigInteger(NONCE_BITS, random));
            TimeStampResponse response =
                    new TimeStampResponse(answers.answer(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new Fault(
                        SignatureFault.NO_TIMESTAMP, String.valueOf(response.getStatusString()));
            }
            return new TimestampBinary(response.getTimeStampToken().getEncoded());
        } catch (TSPException | IOException e) {
            throw new DSSException("The timestamp isn't one for this request", e);
        }
    }
}
