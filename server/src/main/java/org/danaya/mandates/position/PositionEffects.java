package org.danaya.mandates.position;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.log.LeafPlace;
import org.danaya.log.Leaves;
import org.danaya.mandates.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts in force what was signed, once it may be known, and ends what it supersedes with it. */
public final class PositionEffects {

    private static final Logger LOG = LoggerFactory.getLogger(PositionEffects.class);
    private static final int AT_ONCE = 1_000;

    private final PositionTable positions;
    private final PositionRecording recording;
    private final Leaves leaves;
    private final Days days;

    /** For what follows another transaction's commit. */
    private final TransactionTemplate apart;

    PositionEffects(
            JdbcClient jdbc,
            PositionRecording recording,
            Leaves leaves,
            TransactionTemplate transaction,
            Days days) {
        this.positions = new PositionTable(jdbc);
        this.recording = recording;
        this.leaves = leaves;
        this.days = days;
        this.apart =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()),
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Puts in force all that may be by now. */
    public void takeEffect() {
        for (UUID id : positions.due(days.now(), days.today(), AT_ONCE)) {
            try {
                takeEffect(id);
            } catch (RuntimeException e) {
                // The others don't wait for it; it is tried again.
                LOG.warn("Position {} can't take effect", id, e);
            }
        }
    }

    /** Puts a position in force, if its leaf is public, its embargo over and its day begun. */
    void takeEffect(UUID id) {
        apart.executeWithoutResult(_ -> effective(id));
    }

    private void effective(UUID id) {
        if (!(leaves.find(PositionRecording.REFERENCE + id).orElse(null)
                instanceof LeafPlace.Placed(long index))) {
            return;
        }
        PositionRecording.Locked locked = recording.lock(id);
        if (!(locked.position() instanceof OfficialPosition.Embargoed) || !isDue(locked)) {
            return;
        }
        Optional<PositionRecording.Locked> old = locked.terms().supersedes().map(recording::lock);
        long number = positions.nextNumber(locked.terms().audience().isPublic());
        recording.append(
                locked,
                new PositionEvent.Published(locked.now(), number, index),
                PositionAct.IN_FORCE,
                Map.of("number", Long.toString(number), "leaf", Long.toString(index)));
        old.filter(each -> each.position() instanceof OfficialPosition.InForce)
                .ifPresent(
                        each ->
                                recording.appendInPublic(
                                        each,
                                        new PositionEvent.Replaced(locked.now(), id),
                                        PositionAct.REPLACED,
                                        Map.of("by", id.toString())));
    }

    private boolean isDue(PositionRecording.Locked locked) {
        return locked.terms().embargo().filter(end -> end.isAfter(days.now())).isEmpty()
                && !locked.terms().from().isAfter(days.today());
    }
}
