package org.danaya.consultation.observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who was asked, and what was submitted. What is confidential comes without its words to whoever
 * may not read them. For any number of threads.
 */
public final class ObservationRegister {

    private final ReferralTable referrals;
    private final ReferralEventTable events;
    private final BatchTable batches;
    private final ObservationTable observations;

    ObservationRegister(JdbcClient jdbc) {
        this.referrals = new ReferralTable(jdbc);
        this.events = new ReferralEventTable(jdbc);
        this.batches = new BatchTable(jdbc);
        this.observations = new ObservationTable(jdbc);
    }

    /** Observations that were submitted, a page of them. */
    public List<Observation.Submitted> list(
            ObservationSearch search, Sight sight, String orderBy, long skipped, int most) {
        return observations.list(search, sight, orderBy, skipped, most);
    }

    /** How many a search finds. */
    public int count(ObservationSearch search, Sight sight) {
        return observations.count(search, sight);
    }

    /** An observation that was submitted, if there is one. */
    public Optional<Observation.Submitted> find(UUID id, Sight sight) {
        return observations
                .find(id, sight)
                .map(each -> each instanceof Observation.Submitted submitted ? submitted : null);
    }

    /**
     * An observation that was submitted.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}
     */
    public Observation.Submitted get(UUID id, Sight sight) {
        return find(id, sight).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
    }

    /** How many were submitted, for each referral of a version that has any. */
    public Map<UUID, Integer> counts(UUID version) {
        return observations.counts(version);
    }

    /** The structures that are asked about a version, by name. */
    public List<Referral> referrals(UUID version) {
        return referrals.ofVersion(version);
    }

    /** What some structures are asked about, what is awaited first. */
    public List<Referral> referrals(Reach structures, int most) {
        return referrals.within(structures, most);
    }

    /** A referral, if there is one. */
    public Optional<Referral> findReferral(UUID id) {
        return referrals.find(id);
    }

    /**
     * A referral.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}
     */
    public Referral referral(UUID id) {
        return findReferral(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
    }

    /** What happened to a referral, in order. */
    public List<ReferralEvent> history(UUID referral) {
        return events.of(referral);
    }

    /** How many reminders went, for each referral of a version that had any. */
    public Map<UUID, Integer> reminders(UUID version) {
        return events.reminders(version);
    }

    /** What was handed in, the first batch first. */
    public List<Batch> batches(UUID referral) {
        return batches.of(referral);
    }

    /** A batch, if there is one. */
    public Optional<Batch> batch(UUID id) {
        return batches.find(id);
    }

    /**
     * The exact bytes of a batch, as JSON: its confidential words are in it. For its structure and
     * those who answer alone.
     */
    public byte[] content(Batch batch) {
        return batches.content(batch.id()).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
    }
}
