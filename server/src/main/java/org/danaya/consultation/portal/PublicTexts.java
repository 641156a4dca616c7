package org.danaya.consultation.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Entry;
import org.danaya.page.Tag;
import org.danaya.table.Pager;
import org.danaya.text.flow.Flow;

/** What the templates of this package show. */
public final class PublicTexts {

    private PublicTexts() {}

    /** A published text, in the list of them. */
    public record Row(String title, String path, String lead, Optional<LocalDate> day) {}

    /** The published texts. */
    public record Listed(List<Row> texts, Pager pager) {}

    /** A step on the way, by the key of its sentence. */
    public record Step(String key, Instant at, Optional<String> reason) {}

    /**
     * A version and its way.
     *
     * @param changes where what changed is told; nothing for the first
     * @param answers where what was asked and answered is told; nothing where nothing was
     */
    public record Way(
            int number,
            Tag state,
            List<Step> steps,
            Optional<String> changes,
            Optional<String> answers) {}

    /**
     * What was asked about a version and what became of it.
     *
     * @param told how many observations are told
     * @param confidential how many aren't
     * @param changes where it is told what changed in the version that followed
     * @param open by the number of an observation that isn't confidential, its place among them
     */
    public record Answered(
            Dossier dossier,
            int number,
            String path,
            int told,
            int confidential,
            Optional<String> changes,
            List<Entry> entries,
            Map<Integer, Integer> open,
            Pager pager) {

        /** The number under which everybody knows an observation. */
        public int place(Entry entry) {
            return open.getOrDefault(entry.number(), 0);
        }

        /** That of the one that is answered for it. */
        public Optional<Integer> duplicateOf(Entry entry) {
            return entry.duplicateOf().map(open::get);
        }
    }

    /**
     * A published text.
     *
     * @param signed whether there is a signed file
     */
    public record One(
            Dossier dossier,
            TextVersion version,
            Optional<Adoption> adoption,
            List<Way> ways,
            List<String> forms,
            String path,
            boolean signed,
            Flow text) {}
}
