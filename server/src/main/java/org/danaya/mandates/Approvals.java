package org.danaya.mandates;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.base.Fault;
import org.springframework.transaction.support.TransactionTemplate;

/** Another person's look at a draft: its exact content, confirmed by a passkey. */
public final class Approvals {

    private final Recording recording;
    private final Granting granting;
    private final Assertions assertions;
    private final UnaryOperator<UUID> persons;
    private final TransactionTemplate transaction;

    Approvals(
            Recording recording,
            Granting granting,
            Assertions assertions,
            UnaryOperator<UUID> persons,
            TransactionTemplate transaction) {
        this.recording = recording;
        this.granting = granting;
        this.assertions = assertions;
        this.persons = persons;
        this.transaction = transaction;
    }

    /** What the approving person confirms. */
    public static byte[] statement(List<Mandate.Head> mandates) {
        return Assertions.statement("approval", mandates);
    }

    /** Whether the person behind an account wrote a draft last, by whatever account. */
    public boolean wrote(UUID account, Mandate.Head head) {
        return granting.isSamePerson(account, head.draftedBy());
    }

    /**
     * Approves drafts, all of them or none.
     *
     * @param mandates as the person saw them
     * @throws Fault as {@link #approve(UUID, List, byte[], String, String)}
     */
    public List<Mandate> approve(
            UUID account, List<Mandate.Head> mandates, String challenge, String credential) {
        return approve(account, mandates, statement(mandates), challenge, credential);
    }

    /**
     * Approves drafts, all of them or none, with what else the person saw of them.
     *
     * @param mandates as the person saw them
     * @param statement what they confirm: begins with {@link #statement}
     * @throws Fault {@link MandateFault#OWN_DRAFT}, {@link MandateFault#OWN_MANDATE}, {@link
     *     MandateFault#STALE}, {@link MandateFault#WRONG_STATE}, {@link MandateFault#HEADS}, {@link
     *     MandateFault#BEYOND}, {@link MandateFault#NOT_CONFIRMED}
     */
    public List<Mandate> approve(
            UUID account,
            List<Mandate.Head> mandates,
            byte[] statement,
            String challenge,
            String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            List<Recording.Locked> locked = recording.lockAsSeen(mandates);
                            UUID person = persons.apply(account);
                            locked.forEach(each -> check(account, person, each));
                            UUID evidence =
                                    assertions.need(
                                            account,
                                            "mandate:" + mandates.getFirst().id(),
                                            statement,
                                            challenge,
                                            credential);
                            return locked.stream()
                                    .map(each -> approved(account, evidence, each))
                                    .toList();
                        }));
    }

    private void check(UUID account, UUID person, Recording.Locked locked) {
        if (!(locked.mandate() instanceof Mandate.Draft(Mandate.Head head))) {
            throw locked.wrongState();
        }
        if (wrote(account, head)) {
            throw new Fault(MandateFault.OWN_DRAFT);
        }
        if (head.terms().person().equals(person)) {
            throw new Fault(MandateFault.OWN_MANDATE);
        }
        granting.needOneHead(head.terms());
        granting.need(head.terms());
    }

    private Mandate approved(UUID account, UUID evidence, Recording.Locked locked) {
        return recording.append(
                locked,
                new MandateEvent.Approved(locked.now(), account, evidence),
                MandateAct.APPROVED,
                Map.of("evidence", evidence.toString()));
    }
}
