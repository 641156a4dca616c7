package org.danaya.trust.validation;

import java.util.List;

/**
 * In whose name the signatures of a file were made, as this installation recorded it when it made
 * them. Modules that make signatures, which stand above, give beans of this type.
 */
@FunctionalInterface
public interface RecordedNames {

    /** What was recorded with the signatures of a file, by the file's SHA-256. */
    List<Name> of(byte[] sha256);

    /**
     * One record.
     *
     * @param certificate SHA-256 of the signer's certificate
     * @param role the function that the signature claims, letter for letter
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Name(byte[] certificate, String role) {}
}
