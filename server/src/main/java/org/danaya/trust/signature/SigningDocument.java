package org.danaya.trust.signature;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A file of a request, as it stands now.
 *
 * @param pages how many pages a PDF has; 0 for any other
 * @param sha256 of the file with the signatures that it has so far
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SigningDocument(
        UUID id, int place, String name, SignatureForm form, int pages, byte[] sha256, int size) {

    /** The forms that fit it, the one that people can open best first. */
    public List<SignatureForm> forms() {
        return SignatureForm.fitting(name, pages > 0);
    }

    /** The hash, in hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    /** The name of the signed file. */
    public String signedName() {
        return name.endsWith(form.ending()) ? name : name + form.ending();
    }
}
