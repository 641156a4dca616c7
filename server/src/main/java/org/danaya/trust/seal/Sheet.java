package org.danaya.trust.seal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;

/** Documents that an officer wants sealed together. Deleted after a day, whatever its state. */
sealed interface Sheet {

    /**
     * What is known of it in every state.
     *
     * @param account whose it is; nobody else sees it
     */
    record Head(
            UUID id,
            UUID account,
            UUID structure,
            SignatureLevel level,
            Instant madeAt,
            List<Piece> pieces) {

        /** Keeps a copy. */
        public Head {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A document.
     *
     * @param sha256 as it is now: sealed or not yet
     * @param active whether it acts by itself when it is opened
     * @param seal the seal that it bears, if it does already
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Piece(
            UUID id,
            int place,
            String name,
            SignatureForm form,
            byte[] sha256,
            int size,
            boolean active,
            Optional<UUID> seal) {

        String hex() {
            return HexFormat.of().formatHex(sha256);
        }
    }

    /** Documents are added. */
    record Open(Head head) implements Sheet {}

    /**
     * It was confirmed, and is being sealed or is sealed.
     *
     * @param certificate SHA-256 of the certificate that was confirmed
     * @param name what lets the officer act for the structure, as it was confirmed
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Confirmed(Head head, UUID evidence, byte[] certificate, Optional<SignedFor> name)
            implements Sheet {

        boolean isDone() {
            return head.pieces().stream().allMatch(each -> each.seal().isPresent());
        }
    }

    /** What is known of it in every state. */
    Head head();
}
