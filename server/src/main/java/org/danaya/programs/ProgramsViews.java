package org.danaya.programs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.table.TableView;

/** What the pages of API keys show. */
public final class ProgramsViews {

    private ProgramsViews() {}

    /** The keys. */
    public record Listed(TableView table) {}

    /** The form that makes one. */
    public record Asked(Form form) {}

    /** A key that was just made, shown this once. */
    public record Made(String id, String name, String secret, boolean waits, String address) {}

    /** Who did something, and when. */
    public record Deed(String who, Instant at) {}

    /**
     * One key.
     *
     * @param grants the keys of their words
     * @param ended why it was revoked
     * @param statement what an approver confirms; empty where whoever looks can't approve it
     * @param own whether it waits and whoever looks made it
     */
    public record One(
            String id,
            String name,
            String structure,
            Tag state,
            List<String> grants,
            List<String> networks,
            Instant expiresAt,
            Deed made,
            String answers,
            boolean answered,
            Optional<Deed> approved,
            Optional<Instant> usedAt,
            Optional<Deed> revoked,
            String ended,
            String statement,
            boolean own,
            boolean mayTakeOver,
            boolean mayRevoke,
            Form revocation) {}

    static Tag tag(String state) {
        return new Tag(
                "programs.state." + state,
                switch (state) {
                    case "in-force" -> Tone.SUCCESS;
                    case "waiting" -> Tone.WARNING;
                    case "revoked" -> Tone.DANGER;
                    default -> Tone.NEUTRAL;
                });
    }
}
