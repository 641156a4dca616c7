package org.danaya.mandates.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Whether a sealed PDF is byte for byte what it was, as far as it tells of itself: a validator is
 * content where what was signed is whole, and leaves alone what lies in the room around a signature
 * and what a later timestamp covers. What remains is within the last timestamp's own structure, and
 * nothing that a reader sees depends on it.
 */
final class EveryByte {

    private static final String TIMESTAMP = "ETSI.RFC3161";

    /** Both names of a timestamp on a document: a change hides one of them at most. */
    private static final List<String> TIMESTAMPS = List.of(TIMESTAMP, "/DocTimeStamp");

    private static final String SIGNATURE = "/ByteRange";

    private EveryByte() {}

    /** Whether nothing was changed, for a file whose signatures were found to hold. */
    static boolean isAsSealed(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            long end = 0;
            boolean stamped = false;
            for (PDSignature signature : signatures) {
                int[] range = signature.getByteRange();
                if (!isRange(range, pdf.length)) {
                    return false;
                }
                byte[] value = value(pdf, range);
                end = Math.max(end, (long) range[2] + range[3]);
                if (TIMESTAMP.equals(signature.getSubFilter())) {
                    stamped = true;
                    if (!isStamped(pdf, range, value)) {
                        return false;
                    }
                }
            }
            return !signatures.isEmpty()
                    && areAllRead(pdf, signatures.size(), stamped)
                    && (!stamped || end == pdf.length);
        } catch (IOException | RuntimeException | GeneralSecurityException | CMSException e) {
            // It can't be read: so it isn't what was sealed.
            return false;
        } catch (TSPException | OperatorCreationException e) {
            return false;
        }
    }

    /**
     * Whether no signature that the file holds was passed over: where its last table is damaged, it
     * is read as it was before its timestamp.
     */
    private static boolean areAllRead(byte[] pdf, int read, boolean stamped) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int held = 0;
        for (int at = text.indexOf(SIGNATURE); at >= 0; at = text.indexOf(SIGNATURE, at + 1)) {
            held++;
        }
        return held == read && (stamped || TIMESTAMPS.stream().noneMatch(text::contains));
    }

    private static boolean isRange(int[] range, int length) {
        return range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1] + 2
                && range[3] >= 0
                && (long) range[2] + range[3] <= length;
    }

    /** The signature in its room: in hexadecimal digits, and behind it nothing but zeros. */
    private static byte[] value(byte[] pdf, int[] range) throws IOException {
        if (pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') {
            throw new IOException("no room for a signature");
        }
        String digits =
                new String(pdf, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.ISO_8859_1);
        byte[] room = HexFormat.of().parseHex(digits);
        boolean oneSpelling =
                digits.equals(HexFormat.of().formatHex(room))
                        || digits.equals(HexFormat.of().withUpperCase().formatHex(room));
        if (!oneSpelling) {
            throw new IOException("digits in two spellings");
        }
        ByteArrayInputStream in = new ByteArrayInputStream(room);
        new ASN1InputStream(in).readObject();
        byte[] rest = in.readAllBytes();
        for (byte each : rest) {
            if (each != 0) {
                throw new IOException("something beside the signature");
            }
        }
        return Arrays.copyOf(room, room.length - rest.length);
    }

    private static boolean isStamped(byte[] pdf, int[] range, byte[] value)
            throws IOException,
                    GeneralSecurityException,
                    CMSException,
                    TSPException,
                    OperatorCreationException {
        TimeStampToken token = new TimeStampToken(new CMSSignedData(value));
        MessageDigest digest =
                MessageDigest.getInstance(
                        token.getTimeStampInfo().getMessageImprintAlgOID().getId());
        digest.update(pdf, 0, range[1]);
        digest.update(pdf, range[2], range[3]);
        if (!MessageDigest.isEqual(
                digest.digest(), token.getTimeStampInfo().getMessageImprintDigest())) {
            return false;
        }
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(each)) {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(each));
                return true;
            }
        }
        return false;
    }
}
