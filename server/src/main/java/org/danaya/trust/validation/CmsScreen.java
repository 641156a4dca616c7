package org.danaya.trust.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/** Reads CMS signed data once (RFC 5652 §5.1), in DER, BER or PEM. */
final class CmsScreen {

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN (?:CMS|PKCS7)-----([A-Za-z0-9+/=\\s]+)-----END (?:CMS|PKCS7)-----");

    private CmsScreen() {}

    static Screening look(byte[] bytes) {
        try {
            byte[] der = bytes[0] == '-' ? unarmoured(bytes) : bytes;
            try (ASN1InputStream in = new ASN1InputStream(der, true)) {
                ASN1Primitive whole = in.readObject();
                ContentInfo info = ContentInfo.getInstance(whole);
                if (in.readObject() != null
                        || !CMSObjectIdentifiers.signedData.equals(info.getContentType())
                        || SignedData.getInstance(info.getContent()).getSignerInfos().size() == 0) {
                    return Screening.Stopped.because(Refusal.CMS_MALFORMED);
                }
            }
            return Screening.Passed.of(FileKind.CMS);
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return Screening.Stopped.because(Refusal.CMS_MALFORMED);
        }
    }

    private static byte[] unarmoured(byte[] bytes) throws IOException {
        Matcher found = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            throw new IOException("no CMS in it");
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
