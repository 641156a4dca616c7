package org.danaya.crypto;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.PasswordRecipientInformation;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JcePasswordAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.danaya.base.Secret;

/**
 * Bytes of any length under a passphrase: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC
 * 5084), the key wrapped for a PasswordRecipientInfo (RFC 5652 §6.2.4) by PBKDF2 with HMAC-SHA-256.
 *
 * <p>What is read is authentic only once the stream has been read to its end without an error:
 * until then nothing may be done that can't be undone.
 */
public final class PassphraseSeal {

    /** How often PBKDF2 is turned. */
    private static final int ITERATIONS = 600_000;

    /** A file that asks for more is meant to keep the machine busy. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final int SALT_BYTES = 16;
    private static final int CHUNK_BYTES = 1 << 16;

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private PassphraseSeal() {}

    /** How opening ended. */
    public sealed interface OpenOutcome {

        /** The passphrase fits; the content can be read, once. */
        record Opened(InputStream content) implements OpenOutcome {}

        /** The passphrase doesn't fit, or what it would open is damaged. */
        record WrongPassphrase() implements OpenOutcome {}

        /** These bytes aren't such an envelope. */
        record NoEnvelope(String reason) implements OpenOutcome {}
    }

    /**
     * A stream whose bytes go sealed into another. Closing it completes the envelope and leaves the
     * other open.
     */
    public static OutputStream seal(OutputStream to, Secret passphrase, SecureRandom random)
            throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.setBufferSize(CHUNK_BYTES);
        generator.addRecipientInfoGenerator(
                new JcePasswordRecipientInfoGenerator(
                                CMSAlgorithm.AES256_CBC, passphrase.reveal().toCharArray())
                        .setProvider(PROVIDER)
                        .setPRF(PasswordRecipient.PRF.HMacSHA256)
                        .setSaltAndIterationCount(salt, ITERATIONS)
                        .setSecureRandom(random));
        try {
            OutputAEADEncryptor encryptor =
                    (OutputAEADEncryptor)
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                    .setProvider(PROVIDER)
                                    .setSecureRandom(random)
                                    .build();
            return new ClosedOnce(generator.open(to, encryptor));
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }

    /** Opens an envelope. An error while reading means that it is damaged. */
    public static OpenOutcome open(InputStream from, Secret passphrase) {
        PasswordRecipientInformation recipient;
        try {
            CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(from);
            if (!parser.getEncAlgOID().equals(CMSAlgorithm.AES256_GCM.getId())) {
                return new OpenOutcome.NoEnvelope("content algorithm " + parser.getEncAlgOID());
            }
            recipient = recipient(parser);
        } catch (CMSException | IOException | RuntimeException e) {
            return new OpenOutcome.NoEnvelope(String.valueOf(e.getMessage()));
        }
        try {
            return new OpenOutcome.Opened(
                    recipient
                            .getContentStream(
                                    new JcePasswordAuthEnvelopedRecipient(
                                                    passphrase.reveal().toCharArray())
                                            .setProvider(PROVIDER))
                            .getContentStream());
        } catch (CMSException | IOException | RuntimeException e) {
            return new OpenOutcome.WrongPassphrase();
        }
    }

    private static PasswordRecipientInformation recipient(CMSAuthEnvelopedDataParser parser)
            throws IOException {
        for (RecipientInformation recipient : parser.getRecipientInfos()) {
            if (recipient instanceof PasswordRecipientInformation password) {
                ASN1Encodable parameters =
                        password.getKeyDerivationAlgorithm() == null
                                ? null
                                : password.getKeyDerivationAlgorithm().getParameters();
                if (PBKDF2Params.getInstance(parameters).getIterationCount().intValueExact()
                        > MOST_ITERATIONS) {
                    throw new IOException("more than " + MOST_ITERATIONS + " iterations");
                }
                return password;
            }
        }
        throw new IOException("no passphrase in " + CMSObjectIdentifiers.authEnvelopedData);
    }

    /** An envelope is completed once, however often it is closed. */
    private static final class ClosedOnce extends FilterOutputStream {

        ClosedOnce(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
