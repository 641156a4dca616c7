package org.danaya.logdesk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.page.Tone;

/**
 * What the log's public page shows.
 *
 * @param log nothing before the log has begun
 * @param form the form that checks a proof
 * @param checked what came of a check, if one was asked for
 */
public record LogPageView(Optional<Shown> log, Form form, Optional<Checked> checked) {

    /**
     * What came of a check.
     *
     * @param verdicts one, or one for each opening of a ZIP
     * @param files the others in a ZIP
     */
    public record Checked(List<Verdict> verdicts, List<Beside> files) {

        static Checked of(Verdict only) {
            return new Checked(List.of(only), List.of());
        }
    }

    /**
     * A file beside openings.
     *
     * @param word by which one of them commits to it; empty where none does
     */
    public record Beside(String name, Optional<String> word) {}

    /**
     * The log.
     *
     * @param example whether its origin is the one for trying only
     * @param age of the published checkpoint; nothing where it isn't known
     * @param stale whether the checkpoint should have been renewed before now
     * @param checkpoint the published checkpoint, as it lies on disk
     * @param files where strangers read it and the tiles
     */
    public record Shown(
            String origin,
            boolean example,
            long size,
            Optional<Instant> publishedAt,
            Optional<Duration> age,
            boolean stale,
            List<String> keys,
            String checkpoint,
            Files files,
            Witnessed witnessed) {}

    /**
     * The addresses of the log's files.
     *
     * @param prefix what stands before {@code tile/…}, with a slash at its end
     * @param lastEntries the newest bundle of entries (C2SP tlog-tiles)
     */
    public record Files(URI prefix, URI checkpoint, URI lastEntries) {}

    /**
     * Who cosigned the published checkpoint.
     *
     * @param needed the fewest witnesses that are enough; 0 where none is asked for
     * @param reached whether those who cosigned are enough
     * @param witnesses in the policy's order
     */
    public record Witnessed(int needed, boolean reached, List<Witness> witnesses) {

        /** Whether the checkpoint has enough witnesses, in a word. */
        public Tag tag() {
            if (witnesses.isEmpty()) {
                return new Tag("log.page.witnesses.none", Tone.NEUTRAL);
            }
            return reached
                    ? new Tag("log.page.witnesses.reached", Tone.SUCCESS)
                    : new Tag("log.page.witnesses.missing", Tone.WARNING);
        }

        /** How many cosigned. */
        public long cosigned() {
            return witnesses.stream().filter(witness -> witness.at().isPresent()).count();
        }
    }

    /**
     * A witness.
     *
     * @param name in the policy
     * @param key what checks its cosignatures
     * @param at when it cosigned the published checkpoint; nothing where it didn't
     */
    public record Witness(String name, String key, Optional<Instant> at) {

        /** Whether it cosigned, in a word. */
        public Tag tag() {
            return at.isPresent()
                    ? new Tag("log.page.witness.signed", Tone.SUCCESS)
                    : new Tag("log.page.witness.absent", Tone.WARNING);
        }
    }

    /**
     * The answer about a file.
     *
     * @param name in a ZIP; empty where there is one file
     * @param leaf the kind of the leaf and when it was made, where it is one of a Danaya log
     * @param content what the leaf commits to, where the file shows it
     * @param technical for a technical reader, in English
     */
    public record Verdict(
            String name,
            Outcome outcome,
            Optional<Leaf> leaf,
            Optional<String> content,
            List<String> technical) {

        /** The kind of answer: its words are under {@code log.page.verdict.NAME}. */
        public enum Outcome {
            /** The file proves it. */
            TRUE,
            /** The file proves nothing. */
            FALSE,
            /** The file belongs to a log whose key isn't known here. */
            FOREIGN,
            /** It could not be decided here. */
            UNDECIDED
        }
    }

    /** What a leaf says. */
    public record Leaf(String kind, Instant time, long index, String origin) {}
}
