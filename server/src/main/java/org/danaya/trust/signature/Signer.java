package org.danaya.trust.signature;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who signs.
 *
 * @param label what the owner calls them
 * @param account empty until they joined
 * @param spot where their signature shows on a PDF
 * @param name in whose name they confirmed; empty for their own, or not yet
 */
public record Signer(
        UUID id,
        int place,
        String label,
        Optional<UUID> account,
        State state,
        Optional<Spot> spot,
        Optional<SignedFor> name) {

    /** How far they are. Its words are under {@code signature.signer.CODE}. */
    public sealed interface State {

        /** Since when. */
        Instant at();

        /** A code was given out for them. */
        record Invited(Instant at) implements State {}

        /** They may sign when it is their turn. */
        record Joined(Instant at) implements State {}

        /** They confirmed; the documents are being signed. */
        record Signing(Instant at, UUID evidence) implements State {}

        /** Every document has their signature. */
        record Signed(Instant at, UUID evidence) implements State {}

        /** They don't sign. */
        record Declined(Instant at, String reason) implements State {}

        /** The code for words. */
        default String code() {
            return switch (this) {
                case Invited _ -> "invited";
                case Joined _ -> "joined";
                case Signing _ -> "signing";
                case Signed _ -> "signed";
                case Declined _ -> "declined";
            };
        }
    }

    /**
     * The place of a visible signature.
     *
     * @param page from 1
     * @param x the left edge, as a part of the page's width
     * @param y the upper edge, as a part of the page's height
     */
    public record Spot(int page, float x, float y) {}
}
