package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Given;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.table.TableView;

/** What the templates about answers show. */
public final class AnswerSheets {

    private AnswerSheets() {}

    /**
     * The observations on a version, with what became of them.
     *
     * @param may whether whoever looks may answer, now
     * @param fixed whether the next version is frozen
     * @param tally how many there are of each disposition, by its code
     * @param meanwhile those that another person answered while whoever looks was about to
     * @param elsewhere those that are ticked, and not in what the table shows
     * @param ticked the place of the answer that was looked at when it was ticked, by observation
     */
    public record Matrix(
            Dossier dossier,
            TextVersion version,
            String path,
            boolean may,
            boolean fixed,
            Map<String, Integer> tally,
            TableView table,
            List<Row> rows,
            List<Row> meanwhile,
            List<Row> elsewhere,
            Map<UUID, Integer> ticked,
            Optional<String> why,
            Form form) {}

    /** A line of it. */
    public record Row(Entry entry, Tag state, String path, Optional<String> decider) {}

    /** One observation, and the answers that it was given. */
    public record One(
            Dossier dossier,
            TextVersion version,
            Row row,
            String matrix,
            List<Told> history,
            boolean may,
            Optional<String> own,
            Form form,
            Optional<String> next,
            Optional<Told> meanwhile) {}

    /** An answer in words. */
    public record Told(
            Given given,
            Tag state,
            String decider,
            Optional<String> session,
            Optional<String> sessionPath) {}

    /** Observations that say nearly the same, the first of which would be answered for all. */
    public record Likely(
            Dossier dossier, TextVersion version, String matrix, List<Group> groups, int more) {}

    /** Some of them. */
    public record Group(Row first, List<Row> others) {}

    /** What became of a structure's observations on texts. */
    public record Own(List<Asked> asked) {}

    /** A text on which one was asked. */
    public record Asked(
            Dossier dossier, TextVersion version, String structure, int count, String path) {}

    /** What became of the observations of a structure on a version. */
    public record OwnAnswers(
            Dossier dossier,
            TextVersion version,
            String structure,
            boolean fixed,
            TableView table) {}
}
