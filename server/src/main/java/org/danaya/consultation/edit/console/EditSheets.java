package org.danaya.consultation.edit.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.edit.Edit;
import org.danaya.page.Notice;
import org.danaya.text.edit.Typography;
import org.danaya.text.flow.Flow;
import org.danaya.text.redline.Redline;

/** What the templates of this package show. */
public final class EditSheets {

    /** What signs in lines mean. */
    public static final List<Mark> MARKS =
            List.of(
                    new Mark("# Article 3 | Objet", "head"),
                    new Mark("1. …   a) …   – …", "number"),
                    new Mark("␣␣a) …", "inner"),
                    new Mark("¶ …", "alinea"),
                    new Mark("+ …", "own"),
                    new Mark("**…**", "bold"),
                    new Mark("*…*", "italic"),
                    new Mark("==…==", "def"),
                    new Mark("[article 3](#art_3)", "link"),
                    new Mark("[^1: …]", "note"),
                    new Mark("| … | … |", "table"),
                    new Mark("|| …", "caption"),
                    new Mark("<br>", "break"),
                    new Mark("{img 0a1b2c}", "kept"),
                    new Mark("\\", "escape"));

    private EditSheets() {}

    /**
     * A sign in lines.
     *
     * @param key of its words, after {@code edit.help.}
     */
    public record Mark(String sign, String key) {}

    /**
     * What a unit is called.
     *
     * @param words its number and heading, or its beginning; empty where {@code key} says it
     * @param key of its words; empty where {@code words} says it
     */
    public record Name(String words, String key) {}

    /** A draft, and where its pages are. */
    public record Draft(Dossier dossier, TextVersion version, String path, String language) {}

    /** A unit in the outline. */
    public record Row(
            String address,
            String encoded,
            Name name,
            int depth,
            boolean part,
            boolean typed,
            List<String> others) {}

    /** Words for another version that wait to be carried here. */
    public record Waiting(
            String version,
            int number,
            String part,
            String encoded,
            String beginning,
            Instant at) {}

    /** The outline of a draft. */
    public record Outline(
            Draft draft, List<Row> rows, Optional<String> undo, List<Waiting> waiting) {}

    /**
     * A unit to write.
     *
     * @param begun since when words wait that were typed and not saved; empty where the text's are
     *     shown
     * @param follows the hash of the lines that were kept of them
     * @param changed whether somebody changed the text since they were begun
     */
    public record Writing(
            Draft draft,
            String address,
            String encoded,
            Name name,
            String base,
            String lines,
            String follows,
            Optional<Instant> begun,
            boolean changed,
            Optional<Saved> saved,
            List<String> others,
            Optional<Problem> problem,
            Optional<Set> set,
            Optional<String> before,
            Optional<String> after,
            Optional<Flow> read) {}

    /** Who saved a unit last, and when. */
    public record Saved(String who, Instant at) {}

    /** What is wrong with lines. */
    public record Problem(String key, List<Object> facts) {

        /** Keeps a copy. */
        public Problem {
            facts = List.copyOf(facts);
        }
    }

    /** French set as French is set. */
    public record Set(String untouched, List<Typography.Correction> corrections) {

        /** Keeps a copy. */
        public Set {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * Two people wrote the same unit.
     *
     * @param begun the lines from which the reader began; empty where they aren't known
     * @param follows the hash of the kept lines that the form's come in place of
     * @param together what both changed, on those lines; empty where they changed the same words
     */
    public record Both(
            Draft draft,
            String address,
            String encoded,
            Name name,
            String base,
            String mine,
            String theirs,
            Optional<String> begun,
            Optional<String> together,
            String follows,
            String who,
            Optional<Instant> at,
            Optional<Redline> difference) {}

    /** Words for which there is no place any more. */
    public record Kept(
            Draft draft,
            String why,
            List<Waiting> waiting,
            Map<String, String> lines,
            Optional<String> carry) {

        /** Keeps a copy. */
        public Kept {
            waiting = List.copyOf(waiting);
        }
    }

    /** What can be done with a part. */
    public record Deeds(
            Draft draft,
            String address,
            String encoded,
            Name name,
            boolean part,
            String seen,
            List<String> tags,
            List<String> wheres,
            List<Target> targets,
            List<String> items,
            Optional<Name> next,
            List<Numbered> siblings,
            List<Numbered> all,
            Told merged,
            Told numbered,
            Told deleted,
            int parts,
            int words) {}

    /**
     * What an operation would mean for references.
     *
     * @param sure whether it can be told: the operation can be done
     * @param notices at most some
     */
    public record Told(boolean sure, List<Notice> notices) {

        /** Keeps a copy. */
        public Told {
            notices = List.copyOf(notices);
        }
    }

    /** A part beside which another one can be put. */
    public record Target(String address, Name name, int depth) {}

    /** A number that would change. */
    public record Numbered(String before, String after) {}

    /** What was done to a unit. */
    public record History(
            Draft draft,
            String address,
            String encoded,
            Name name,
            boolean open,
            List<Done> edits) {}

    /** Something that was done, and by whom. */
    public record Done(Edit edit, String who) {}
}
