package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Explanation.Explained;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.table.Pager;

/** What the page that says why words changed shows. */
public final class WhySheets {

    private WhySheets() {}

    /**
     * Why the words of a version changed.
     *
     * @param may whether whoever looks may say it, now
     * @param path of the page
     * @param ticked the ids of the changes that are ticked
     */
    public record Why(
            Dossier dossier,
            TextVersion version,
            TextVersion former,
            String path,
            boolean may,
            Tally tally,
            Form filters,
            boolean filtered,
            List<Part> parts,
            Pager pager,
            List<Told> lost,
            Form source,
            Set<String> ticked,
            List<Option> decisions) {}

    /** How many changes there are, without a cause, and to be confirmed. */
    public record Tally(int changes, int gaps, int doubtful) {}

    /** The changes of a part, in the order of the text. */
    public record Part(String name, List<Line> lines) {}

    /**
     * A line, a table or a move with its changes.
     *
     * @param spans its words; empty where those of the changes say it all
     */
    public record Line(List<Span> spans, List<Change> changes) {}

    /**
     * Words of a line.
     *
     * @param tag {@code ins}, {@code del}, or empty for those that stayed
     */
    public record Span(String tag, String words) {}

    /** A change. */
    public record Change(
            Explained explained,
            String kind,
            String former,
            String later,
            List<Told> causes,
            List<Told> refused,
            List<Told> doubtful) {}

    /**
     * A cause, in words.
     *
     * @param key of its words
     * @param fact that fills their first place
     * @param other that fills their second place
     * @param path where it is told in full
     */
    public record Told(Cause cause, String key, String fact, String other, Optional<String> path) {}
}
