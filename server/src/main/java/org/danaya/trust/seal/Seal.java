package org.danaya.trust.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;

/**
 * A seal that was put. Of the document only hashes are kept.
 *
 * @param name what lets who had it put act for the structure; empty where nothing needed to
 * @param certificate the id of the structure's certificate
 * @param before SHA-256 of the document
 * @param after SHA-256 of the sealed document
 * @param size of the sealed document, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Seal(
        UUID id,
        UUID structure,
        long certificate,
        By by,
        Optional<SignedFor> name,
        SignatureForm form,
        SignatureLevel level,
        byte[] before,
        byte[] after,
        int size,
        Instant at) {

    /** Who had it put. */
    public sealed interface By {

        /** The id of the account or of the key. */
        UUID id();

        /**
         * An officer.
         *
         * @param evidence the passkey assertion that {@code signin} keeps
         */
        record Officer(UUID id, UUID evidence) implements By {}

        /** A program, by its API key. */
        record Program(UUID id) implements By {}
    }
}
