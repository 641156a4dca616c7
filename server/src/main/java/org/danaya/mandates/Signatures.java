package org.danaya.mandates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.base.Fault;
import org.danaya.log.LeafPlace;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The grantor's signature, and what follows: the leaf in the public log, and then force. */
public final class Signatures {

    private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);

    /** What the references of signed mandates begin with. */
    static final String REFERENCE = "mandates:signed:";

    private static final int AT_ONCE = 1_000;

    private final MandateTable mandates;
    private final Recording recording;
    private final Granting granting;
    private final Assertions assertions;
    private final UnaryOperator<UUID> persons;
    private final Leaves leaves;
    private final TransactionTemplate transaction;

    /** For what follows another transaction's commit. */
    private final TransactionTemplate apart;

    Signatures(
            JdbcClient jdbc,
            Recording recording,
            Granting granting,
            Assertions assertions,
            UnaryOperator<UUID> persons,
            Leaves leaves,
            TransactionTemplate transaction) {
        this.mandates = new MandateTable(jdbc);
        this.recording = recording;
        this.granting = granting;
        this.assertions = assertions;
        this.persons = persons;
        this.leaves = leaves;
        this.transaction = transaction;
        this.apart =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()),
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** What the grantor confirms. */
    public static byte[] statement(List<Mandate.Head> mandates) {
        return Assertions.statement("signature", mandates);
    }

    /** Whether an account's person signs for a grantor today. */
    public boolean signsFor(UUID account, Grantor grantor) {
        return granting.given(grantor).signers().contains(person(account));
    }

    /**
     * Signs what was approved, all of it or none. Each is in force once its leaf is public.
     *
     * @param mandates as the grantor saw them
     * @throws Fault {@link MandateFault#NOT_GRANTOR}, {@link MandateFault#OWN_MANDATE}, {@link
     *     MandateFault#STALE}, {@link MandateFault#WRONG_STATE}, {@link MandateFault#BEYOND},
     *     {@link MandateFault#NOT_CONFIRMED}
     */
    public List<Mandate> sign(
            UUID account, List<Mandate.Head> mandates, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            List<Recording.Locked> locked = recording.lockAsSeen(mandates);
                            UUID person = person(account);
                            locked.forEach(each -> check(person, each));
                            UUID evidence =
                                    assertions.need(
                                            account,
                                            "mandate:" + mandates.getFirst().id(),
                                            statement(mandates),
                                            challenge,
                                            credential);
                            List<Mandate> signed = new ArrayList<>();
                            for (Recording.Locked each : locked) {
                                signed.add(signed(account, evidence, each));
                            }
                            return signed;
                        }));
    }

    /** Puts in force what was signed and whose leaf is public by now. */
    public void takeEffect() {
        for (UUID id : mandates.signed(AT_ONCE)) {
            try {
                takeEffect(id);
            } catch (RuntimeException e) {
                // The others don't wait for it; it is tried again.
                LOG.warn("Mandate {} can't take effect", id, e);
            }
        }
    }

    /** Puts a mandate in force, if its leaf is public. */
    void takeEffect(UUID id) {
        apart.executeWithoutResult(_ -> effective(id));
    }

    /** The reference of the leaf of a mandate. */
    public static String reference(UUID mandate) {
        return REFERENCE + mandate;
    }

    private void effective(UUID id) {
        if (!(leaves.find(reference(id)).orElse(null) instanceof LeafPlace.Placed(long index))) {
            return;
        }
        Recording.Locked locked = recording.lock(id);
        if (!(locked.mandate() instanceof Mandate.Signed)) {
            return;
        }
        if (locked.terms().replaces().map(recording::lock).filter(Signatures::isGone).isPresent()) {
            // What it was to take the place of was revoked, or replaced by another, meanwhile.
            recording.appendInPublic(
                    locked,
                    new MandateEvent.Revoked(
                            locked.now(), Optional.empty(), Mandate.EndCause.DECIDED, ""),
                    MandateAct.REVOKED,
                    Map.of("cause", Mandate.EndCause.DECIDED.code()));
            return;
        }
        recording.append(
                locked,
                new MandateEvent.Effective(locked.now(), index),
                MandateAct.IN_FORCE,
                Map.of("leaf", Long.toString(index)));
        locked.terms().replaces().ifPresent(old -> replace(old, id));
    }

    private static boolean isGone(Recording.Locked locked) {
        return locked.mandate() instanceof Mandate.Revoked
                || locked.mandate() instanceof Mandate.Replaced;
    }

    private void replace(UUID old, UUID by) {
        Recording.Locked locked = recording.lock(old);
        switch (locked.mandate()) {
            case Mandate.InForce _, Mandate.Suspended _ ->
                    recording.appendInPublic(
                            locked,
                            new MandateEvent.Replaced(locked.now(), by),
                            MandateAct.REPLACED,
                            Map.of("by", by.toString()));
            case Mandate.Draft _,
                    Mandate.Approved _,
                    Mandate.Signed _,
                    Mandate.Revoked _,
                    Mandate.Replaced _,
                    Mandate.Expired _,
                    Mandate.Withdrawn _ -> {
                // It was over by itself meanwhile.
            }
        }
    }

    private void check(UUID person, Recording.Locked locked) {
        if (!(locked.mandate() instanceof Mandate.Approved(Mandate.Head head, _))) {
            throw locked.wrongState();
        }
        if (!granting.given(head.terms().grantor()).signers().contains(person)) {
            throw new Fault(MandateFault.NOT_GRANTOR, head.names().grantor());
        }
        if (head.terms().person().equals(person)) {
            throw new Fault(MandateFault.OWN_MANDATE);
        }
        granting.need(head.terms());
    }

    private Mandate signed(UUID account, UUID evidence, Recording.Locked locked) {
        Mandate.Head head = locked.mandate().head();
        String content =
                new String(head.content(), StandardCharsets.UTF_8)
                        + "signed "
                        + locked.now()
                        + "\nevidence "
                        + evidence
                        + "\n";
        leaves.append(
                new NewLeaf(
                        Recording.SIGNED,
                        content.getBytes(StandardCharsets.UTF_8),
                        reference(head.id())));
        Grantor under = head.terms().grantor();
        return recording.append(
                locked,
                new MandateEvent.Signed(locked.now(), account, evidence, under),
                MandateAct.SIGNED,
                Map.of("evidence", evidence.toString(), "under", under.id().toString()));
    }

    private UUID person(UUID account) {
        return persons.apply(account);
    }
}
