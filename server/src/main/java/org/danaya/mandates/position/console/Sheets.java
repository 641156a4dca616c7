package org.danaya.mandates.position.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.mandates.position.Wording;
import org.danaya.page.Above;
import org.danaya.page.Deed;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.table.TableView;

/** What the templates of this package show. */
public final class Sheets {

    private Sheets() {}

    /** The register. */
    public record Listed(TableView table) {}

    /** Another position; no path where whoever looks may not see it. */
    public record Other(String name, String subject, Tag state, String path) {}

    /** Something that happened, by the key of its sentence. */
    public record Happened(String key, Instant at, String who, String more, String reason) {}

    /**
     * What a position says, as it is confirmed.
     *
     * @param audience the keys of the kinds that it is told to; none for everybody
     */
    public record Content(
            String kind,
            String structure,
            Wording french,
            Optional<Wording> english,
            List<String> audience,
            Optional<String> matter,
            Optional<Instant> embargo,
            LocalDate from,
            Optional<LocalDate> last,
            Optional<Other> supersedes) {

        /** The audience in the reader's words. */
        public String told(View view) {
            return audience.isEmpty()
                    ? view.word("positions.everybody")
                    : String.join(", ", audience.stream().map(view::word).toList());
        }
    }

    /**
     * One position.
     *
     * @param open its public page; empty where it has none
     * @param home the list above it
     */
    public record One(
            String name,
            Tag state,
            Content content,
            String code,
            Optional<Other> replacedBy,
            Optional<String> open,
            List<Deed> deeds,
            List<Happened> history,
            Above home) {}

    /** A choice of a list. */
    public record Pick(String name, String path) {}

    /** In whose name. */
    public record Picking(List<Pick> picks, boolean more) {}

    /** What a passkey confirms. */
    public record Confirming(
            String title,
            String name,
            List<Above> up,
            Content content,
            String next,
            String fact,
            String challenge,
            String action,
            String submit,
            String statement,
            String other,
            String otherSubmit) {}

    /** What concerns a person. */
    public record Own(List<Other> toSign, List<Other> told) {}

    /** The state of a position. */
    static Tag tag(String code) {
        return new Tag(
                "positions.state." + code,
                switch (code) {
                    case "in-force" -> Tone.SUCCESS;
                    case "embargoed", "lapsed", "replaced" -> Tone.WARNING;
                    case "withdrawn" -> Tone.DANGER;
                    default -> Tone.INFO;
                });
    }
}
