package org.danaya.trust.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;

/**
 * What somebody wants signed.
 *
 * @param owner the account of who asks
 * @param inOrder whether signers sign one after the other, in their places
 * @param documents in their places, without content
 * @param signers in their places
 */
public record SigningRequest(
        UUID id,
        UUID owner,
        String title,
        SignatureLevel level,
        boolean inOrder,
        State state,
        Instant createdAt,
        List<SigningDocument> documents,
        List<Signer> signers) {

    /** How far it has come. Its words are under {@code signature.state.CODE}. */
    public sealed interface State {

        /** When it came to this. */
        Instant at();

        /** It is being prepared. */
        record Draft(Instant at) implements State {}

        /** Its signers may sign. */
        record Open(Instant at) implements State {}

        /** Everybody has signed. */
        record Done(Instant at) implements State {}

        /** A signer doesn't sign. */
        record Declined(Instant at) implements State {}

        /** Its owner took it back. */
        record Withdrawn(Instant at) implements State {}

        /** The name of the state in the database. */
        default String stored() {
            return switch (this) {
                case Draft _ -> "DRAFT";
                case Open _ -> "OPEN";
                case Done _ -> "DONE";
                case Declined _ -> "DECLINED";
                case Withdrawn _ -> "WITHDRAWN";
            };
        }

        /** The code for words. */
        default String code() {
            return stored().toLowerCase(java.util.Locale.ROOT);
        }

        /** The state of a row. */
        static State of(String stored, Instant at) {
            return switch (stored) {
                case "DRAFT" -> new Draft(at);
                case "OPEN" -> new Open(at);
                case "DONE" -> new Done(at);
                case "DECLINED" -> new Declined(at);
                case "WITHDRAWN" -> new Withdrawn(at);
                default -> throw new IllegalStateException(stored);
            };
        }
    }

    /** The signer that an account is, if it is one. */
    public Optional<Signer> signer(UUID account) {
        return signers.stream()
                .filter(each -> each.account().filter(account::equals).isPresent())
                .findFirst();
    }

    /**
     * A document of it.
     *
     * @throws Fault {@link SignatureFault#UNKNOWN}
     */
    SigningDocument document(UUID document) {
        return documents.stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
    }

    /** Whether an account may see it. */
    boolean concerns(UUID account) {
        return owner.equals(account) || signer(account).isPresent();
    }

    /** Whether it is a signer's turn. */
    public boolean turn(Signer signer) {
        return signer.state() instanceof Signer.State.Joined && reached(signer);
    }

    /** Whether the order has reached a signer, joined or not. */
    public boolean reached(Signer signer) {
        return state instanceof State.Open
                && (!inOrder
                        || signers.stream()
                                .filter(each -> each.place() < signer.place())
                                .allMatch(each -> each.state() instanceof Signer.State.Signed));
    }
}
