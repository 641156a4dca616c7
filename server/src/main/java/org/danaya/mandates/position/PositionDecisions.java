package org.danaya.mandates.position;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.danaya.access.AccountPersons;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.mandates.Assertions;
import org.danaya.mandates.Days;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about a draft: another's look, the signature, and taking it back. */
public final class PositionDecisions {

    private final PositionTable positions;
    private final PositionRecording recording;
    private final Speaking speaking;
    private final Assertions assertions;
    private final People people;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final Days days;

    PositionDecisions(
            JdbcClient jdbc,
            PositionRecording recording,
            Speaking speaking,
            Assertions assertions,
            People people,
            Leaves leaves,
            TransactionTemplate transaction,
            Days days) {
        this.positions = new PositionTable(jdbc);
        this.recording = recording;
        this.speaking = speaking;
        this.assertions = assertions;
        this.people = people;
        this.leaves = leaves;
        this.transaction = transaction;
        this.days = days;
    }

    /**
     * Who is behind accounts.
     *
     * @param persons the person of an account
     * @param names the name of a person
     */
    record People(UnaryOperator<UUID> persons, Function<UUID, String> names) {}

    /** What the person who validates confirms. */
    public static byte[] validation(Head head) {
        return statement("validation", head);
    }

    /** What the person who signs confirms. */
    public static byte[] signature(Head head) {
        return statement("signature", head);
    }

    /** As what an account may sign a position now; nothing where it can't. */
    public Optional<Speaking.Voice> voice(UUID account, Head head) {
        return speaking.find(
                people.persons().apply(account), head.terms().structure(), head.terms().matter());
    }

    /** Whether an account's person wrote a draft last, by whatever account. */
    public boolean wrote(UUID account, Head head) {
        return new AccountPersons(people.persons()).areSame(account, head.draftedBy());
    }

    /**
     * Validates a draft.
     *
     * @param seen as the person saw it
     * @throws Fault {@link PositionFault#UNKNOWN}, {@link PositionFault#WRONG_STATE}, {@link
     *     MandateFault#STALE}, {@link MandateFault#OWN_DRAFT}, {@link MandateFault#NOT_CONFIRMED}
     */
    public OfficialPosition validate(UUID account, Head seen, String challenge, String credential) {
        return change(
                () -> recording.lockAsSeen(seen),
                locked -> {
                    if (!(locked.position() instanceof OfficialPosition.Draft)) {
                        throw locked.wrongState();
                    }
                    if (wrote(account, seen)) {
                        throw new Fault(MandateFault.OWN_DRAFT);
                    }
                    UUID evidence = need(account, seen, validation(seen), challenge, credential);
                    return recording.append(
                            locked,
                            new PositionEvent.Validated(locked.now(), account, evidence),
                            PositionAct.VALIDATED,
                            Map.of("evidence", evidence.toString()));
                });
    }

    /**
     * Signs what was validated. It is in force once its leaf is public, its embargo is over and its
     * first day has begun.
     *
     * @param seen as the person saw it
     * @throws Fault {@link PositionFault#UNKNOWN}, {@link PositionFault#WRONG_STATE}, {@link
     *     MandateFault#STALE}, {@link PositionFault#NOT_SPEAKER}, {@link
     *     PositionFault#NOT_SUPERSEDED}, {@link PositionFault#UNFIT}, {@link
     *     MandateFault#NOT_CONFIRMED}
     */
    public OfficialPosition sign(UUID account, Head seen, String challenge, String credential) {
        return change(
                () -> recording.lockAsSeen(seen),
                locked -> {
                    if (!(locked.position() instanceof OfficialPosition.Validated)) {
                        throw locked.wrongState();
                    }
                    Speaking.Voice voice =
                            voice(account, seen)
                                    .orElseThrow(
                                            () ->
                                                    new Fault(
                                                            PositionFault.NOT_SPEAKER,
                                                            seen.names().structure()));
                    needFit(seen);
                    UUID evidence = need(account, seen, signature(seen), challenge, credential);
                    return signed(account, locked, voice, evidence);
                });
    }

    /**
     * Gives up a draft, or takes back what was signed or is in force. It stays, and says so.
     *
     * @param allowed what somebody may take back, by how far it has come: asked once nobody else
     *     changes it any more
     * @throws Fault {@link PositionFault#UNKNOWN}, {@link PositionFault#WRONG_STATE}
     */
    public OfficialPosition withdraw(
            UUID id, UUID account, Predicate<OfficialPosition> allowed, String reason) {
        return change(
                () -> recording.lock(id),
                locked -> {
                    if (!allowed.test(locked.position())) {
                        throw locked.wrongState();
                    }
                    PositionEvent event =
                            new PositionEvent.Withdrawn(locked.now(), Optional.of(account), reason);
                    return switch (locked.position()) {
                        case OfficialPosition.Draft _, OfficialPosition.Validated _ ->
                                recording.append(
                                        locked,
                                        event,
                                        PositionAct.WITHDRAWN,
                                        Map.of("reason", reason));
                        case OfficialPosition.Embargoed _, OfficialPosition.InForce _ ->
                                recording.appendInPublic(
                                        locked,
                                        event,
                                        PositionAct.WITHDRAWN,
                                        Map.of("reason", reason));
                        case OfficialPosition.Replaced _, OfficialPosition.Withdrawn _ ->
                                throw locked.wrongState();
                    };
                });
    }

    private OfficialPosition signed(
            UUID account, PositionRecording.Locked locked, Speaking.Voice voice, UUID evidence) {
        String signer = people.names().apply(people.persons().apply(account));
        String content =
                new String(locked.position().head().content(), StandardCharsets.UTF_8)
                        + "signed "
                        + locked.now()
                        + "\nsigner "
                        + signer
                        + "\nfunction "
                        + voice.function()
                        + "\nunder "
                        + (voice.under() instanceof Grantor.OfOffice ? "office " : "mandate ")
                        + voice.under().id()
                        + "\nevidence "
                        + evidence
                        + "\n";
        leaves.append(
                new NewLeaf(
                        PositionRecording.SIGNED,
                        content.getBytes(StandardCharsets.UTF_8),
                        PositionRecording.REFERENCE + locked.id()));
        return recording.append(
                locked,
                new PositionEvent.Signed(
                        locked.now(), account, evidence, voice.under(), signer, voice.function()),
                PositionAct.SIGNED,
                Map.of(
                        "evidence", evidence.toString(),
                        "under", voice.under().id().toString()));
    }

    /** Time has passed since it was drafted; and of two successors the second is refused here. */
    private void needFit(Head head) {
        if (head.terms().until().filter(end -> !end.isAfter(days.today())).isPresent()) {
            throw new Fault(PositionFault.UNFIT);
        }
        head.terms()
                .supersedes()
                .map(recording::lock)
                .filter(
                        old ->
                                !(old.position() instanceof OfficialPosition.InForce)
                                        || positions.hasSuccessor(old.id(), head.id()))
                .ifPresent(
                        _ -> {
                            throw new Fault(PositionFault.NOT_SUPERSEDED);
                        });
    }

    private UUID need(
            UUID account, Head head, byte[] statement, String challenge, String credential) {
        return assertions.need(
                account, PositionAct.subject(head.id()), statement, challenge, credential);
    }

    private OfficialPosition change(
            java.util.function.Supplier<PositionRecording.Locked> lock,
            Function<PositionRecording.Locked, OfficialPosition> how) {
        return Objects.requireNonNull(transaction.execute(_ -> how.apply(lock.get())));
    }

    private static byte[] statement(String act, Head head) {
        return ("danaya position "
                        + act
                        + " v1\n"
                        + head.code()
                        + ' '
                        + HexFormat.of().formatHex(Sha256.of(head.content()))
                        + '\n')
                .getBytes(StandardCharsets.US_ASCII);
    }
}
