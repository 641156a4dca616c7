package org.danaya.consultation.console;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Orphan;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Understood;
import org.danaya.page.Asked;
import org.danaya.page.Deed;
import org.danaya.page.Tag;
import org.danaya.page.View;
import org.danaya.table.TableView;
import org.danaya.text.flow.Flow;
import org.danaya.text.redline.Redline;

/** What the templates of this package show. */
public final class Sheets {

    private Sheets() {}

    /** The dossiers. */
    public record Listed(TableView table) {}

    /** A freeze that is asked for, and how many texts that people typed it would leave out. */
    public record Freeze(Asked asking, int unsaved) {}

    /** A version in the list of its dossier. */
    public record Row(TextVersion version, Tag state, String path, String redline) {}

    /** A dossier. */
    public record One(Dossier dossier, List<Row> versions, List<Deed> deeds) {}

    /** Something that happened to a version, by the key of its sentence. */
    public record Happened(
            String key,
            Instant at,
            String who,
            Optional<String> function,
            Optional<String> reason) {}

    /**
     * A version, as it is read.
     *
     * @param acts all that were noted as adopting it: the last one does
     */
    public record Reading(
            Dossier dossier,
            TextVersion version,
            Tag state,
            List<Deed> deeds,
            List<Adoption> acts,
            List<Happened> history,
            List<String> forms,
            Optional<String> redline,
            Flow text) {}

    /** What was understood of a file. */
    public record Preview(
            Dossier dossier,
            Understood understood,
            int lines,
            int parts,
            int words,
            List<Heading> outline,
            Optional<Compared> compared,
            Optional<Integer> abandons,
            String action,
            Flow text) {}

    /** A heading of an outline. */
    public record Heading(int level, String words) {}

    /** What became of the parts of the version before. */
    public record Compared(
            int number, long same, long changed, long moved, long inserted, long deleted) {}

    /** Another version that can be compared with. */
    public record Other(int number, String path, boolean chosen) {}

    /** What changed between two versions. */
    public record Changes(
            Dossier dossier,
            TextVersion before,
            TextVersion after,
            List<Other> others,
            List<String> forms,
            String path,
            Redline redline) {

        /** The changes, told in the reader's language. */
        public Content shown(View view) {
            return TextShow.changes(redline, view);
        }
    }

    /**
     * What a passkey confirms.
     *
     * @param statement what is confirmed, as text
     */
    public record Confirming(
            Dossier dossier,
            TextVersion version,
            Adoption.Act act,
            String challenge,
            String action,
            String statement) {}

    /** What stands in the way of a freeze. */
    public record Standing(
            Dossier dossier, TextVersion version, List<Orphan> orphans, String action) {}
}
