package org.danaya.consultation.observation.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Batch;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Referral;
import org.danaya.page.Above;
import org.danaya.page.Tag;
import org.danaya.table.TableView;

/** What the templates of this package show. */
public final class ReferralSheets {

    private ReferralSheets() {}

    /** A referral in the table of its version. */
    public record Row(Referral referral, int observations, int reminders, String path) {}

    /** How many referrals are in which state. */
    public record Sum(Tag state, long count) {}

    /**
     * The referrals of a version.
     *
     * @param asks whether whoever looks may ask structures now
     */
    public record Listed(
            Dossier dossier,
            TextVersion version,
            String path,
            List<Sum> sums,
            int observations,
            TableView table,
            boolean asks) {}

    /** Something that happened, by the key of its sentence. */
    public record Happened(
            String key,
            Instant at,
            String who,
            Optional<Instant> deadline,
            Optional<String> reason) {}

    /**
     * A referral.
     *
     * @param files whether whoever looks may have the batches
     */
    public record One(
            Dossier dossier,
            TextVersion version,
            Referral referral,
            Tag state,
            List<Happened> history,
            List<Batch> sent,
            List<Observation.Submitted> observations,
            boolean moreTime,
            boolean imports,
            boolean files,
            String path,
            List<Above> up) {}
}
