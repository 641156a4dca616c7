package org.danaya.consultation.observation.own;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Batch;
import org.danaya.consultation.observation.Observation;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.table.Pager;
import org.danaya.text.flow.Flow;

/** What the templates of this package show. */
public final class OwnSheets {

    private OwnSheets() {}

    /** What a structure is asked, in a list. */
    public record Asked(
            String title,
            int version,
            String structure,
            Instant deadline,
            Tag state,
            String path) {}

    /** All of one's own. */
    public record Listed(List<Asked> asked) {}

    /** The head of every page about a referral. */
    public record Head(
            String title, int version, String structure, Instant deadline, Tag state, String path) {

        /** What pages about it are called. */
        public String name() {
            return title;
        }
    }

    /** An observation in the list; the paths are empty for one that was submitted. */
    public record Item(
            Observation observation,
            int number,
            String who,
            Optional<String> row,
            String path,
            boolean first,
            boolean last) {

        /** What it is about. */
        public Anchor anchor() {
            return observation.said().anchor();
        }

        /** Whether it waits for its place. */
        public boolean unplaced() {
            return anchor() instanceof Anchor.Unplaced;
        }

        /** The page where its place is looked for in the text. */
        public String place() {
            return path.substring(0, path.indexOf("/observations/"))
                    + "/read?draft="
                    + observation.id();
        }

        /** Its words, which its structure may always read. */
        public Observation.Words words() {
            return observation.said().words().orElseThrow();
        }
    }

    /**
     * A referral.
     *
     * @param waiting how many wait for their place
     * @param unplaced the first of them
     * @param drafts those of a page
     * @param hands as what whoever looks may hand in; empty where they may not
     */
    public record One(
            Head head,
            boolean takes,
            boolean late,
            int waiting,
            List<Item> unplaced,
            List<Item> drafts,
            Pager pager,
            List<Item> submitted,
            List<Batch> sent,
            Optional<String> hands) {

        /** The key of what is said where the list is empty. */
        public String none() {
            if (!takes) {
                return "observation.drafts.none.closed";
            }
            return submitted.isEmpty() ? "observation.drafts.none" : "observation.drafts.none.more";
        }
    }

    /**
     * The text, to be read.
     *
     * @param placed the observation whose place is looked for; without one, words begin a new one
     * @param action the page where it is written without choosing words
     */
    public record Reading(
            Head head, boolean takes, Optional<Item> placed, String action, Flow text) {}

    /**
     * Observations that become one.
     *
     * @param items the one, and the other once it is chosen
     * @param changed whether somebody changed one of them meanwhile
     */
    public record Merging(
            Head head,
            List<Item> items,
            boolean changed,
            Form form,
            String action,
            String submit) {}

    /**
     * A form to write in.
     *
     * @param other what somebody else wrote meanwhile
     */
    public record Writing(
            Head head,
            String title,
            Form form,
            String action,
            String submit,
            Optional<Item> other,
            Optional<String> was) {}

    /** Something to be confirmed without a passkey. */
    public record Asking(
            Head head, String title, String intro, Form form, String action, String submit) {}

    /** What is handed in, to be confirmed with a passkey. */
    public record Confirming(
            Head head,
            String title,
            String intro,
            List<Item> items,
            String function,
            String challenge,
            String action,
            String submit,
            String statement) {}
}
