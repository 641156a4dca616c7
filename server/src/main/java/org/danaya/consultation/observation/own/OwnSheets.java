package org.danaya.consultation.observation.own;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.form.Form;
import org.danaya.page.Tag;

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

        /** Its words, which its structure may always read. */
        public Observation.Words words() {
            return observation.said().words().orElseThrow();
        }
    }

    /** Something that was handed in. */
    public record Sent(
            int place,
            Instant at,
            String signer,
            String function,
            int observations,
            Tag receipt,
            String sha256,
            String path) {}

    /**
     * A referral.
     *
     * @param unplaced those that wait for their place
     * @param hands as what whoever looks may hand in; empty where they may not
     */
    public record One(
            Head head,
            boolean takes,
            boolean late,
            List<Item> unplaced,
            List<Item> drafts,
            List<Item> submitted,
            List<Sent> sent,
            Optional<String> hands) {}

    /** The text, to be read. */
    public record Reading(Head head, boolean takes, Content text) {}

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
