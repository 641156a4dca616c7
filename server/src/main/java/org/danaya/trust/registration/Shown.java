package org.danaya.trust.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Basis;
import org.danaya.table.TableView;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Evidence;
import org.danaya.trust.authority.Request;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Names;
import org.danaya.trust.profile.ProfileKind;

/** What the pages of this module show. */
public final class Shown {

    private Shown() {}

    /** The tag of what a certificate is now. */
    public static Tag tag(Certificates.Standing standing) {
        return switch (standing) {
            case GOOD -> new Tag("registration.standing.good", Tone.SUCCESS);
            case EXPIRING -> new Tag("registration.standing.expiring", Tone.WARNING);
            case SUSPENDED -> new Tag("registration.standing.suspended", Tone.WARNING);
            case REVOKED -> new Tag("registration.standing.revoked", Tone.DANGER);
            case EXPIRED -> new Tag("registration.standing.expired", Tone.NEUTRAL);
        };
    }

    /** The tag of how far a request has come. */
    static Tag tag(Request request) {
        return switch (request) {
            case Request.Submitted _ -> new Tag("registration.request.submitted", Tone.INFO);
            case Request.Prepared _ -> new Tag("registration.request.prepared", Tone.WARNING);
            case Request.Issued _ -> new Tag("registration.request.issued", Tone.SUCCESS);
            case Request.Refused _ -> new Tag("registration.request.refused", Tone.DANGER);
            case Request.Withdrawn _ -> new Tag("registration.request.withdrawn", Tone.NEUTRAL);
        };
    }

    /**
     * The certificates.
     *
     * @param waiting how many requests wait
     */
    public record Listed(TableView table, int waiting) {}

    /**
     * A person who did something, and when.
     *
     * @param basis what let them act for the agency; empty for a role alone
     */
    public record Deed(String who, Instant at, Optional<Basis> basis) {

        Deed(String who, Instant at) {
            this(who, at, Optional.empty());
        }
    }

    /**
     * One certificate.
     *
     * @param says what is written in it
     * @param about what is known of it beside that
     * @param leaf its number in the public log; nothing while it waits
     * @param base the path of its pages
     */
    public record One(
            long id,
            String title,
            Tag standing,
            Names profile,
            ProfileKind kind,
            boolean rehearsal,
            List<Line> says,
            List<Line> about,
            List<Deed> approvals,
            Optional<Long> leaf,
            Optional<UUID> request,
            String base,
            boolean maySuspend,
            boolean mayRelease,
            boolean mayRevoke,
            String renewal) {}

    /**
     * What will happen, before it does.
     *
     * @param title the key of the title, with the certificate's name in its place
     * @param effects keys of sentences, each with what fills its places
     * @param answers what was typed
     * @param hidden the same, to be sent
     */
    public record Deciding(
            String title,
            String name,
            String back,
            List<Map.Entry<String, List<String>>> effects,
            List<Line> answers,
            Form hidden,
            String action,
            String submit,
            boolean danger) {}

    /** A form about a certificate or a request. */
    public record Asking(
            String title,
            String name,
            String intro,
            String section,
            String back,
            Form form,
            String action,
            String submit) {}

    /** Requests that wait. */
    public record Requests(TableView table) {}

    /** A file that was attached. */
    public record Attached(Evidence file, String who) {}

    /** A check, and who did it when, if anybody did. */
    public record Checked(String code, Optional<Deed> done) {}

    /**
     * What whoever looks may do to a request.
     *
     * @param own whether they asked or are named in it, so that others decide
     */
    public record May(boolean examine, boolean approve, boolean attach, boolean own) {}

    /** The exact certificate that waits for approval. */
    public record Draft(
            List<Line> says,
            String tbs,
            String evidence,
            Deed prepared,
            int given,
            int asked,
            List<Deed> approvals,
            boolean preparedByMe,
            boolean approvedByMe) {}

    /**
     * One request.
     *
     * @param facts what was asked for
     * @param unconfirmed the keys of the words of what the register of structures doesn't say
     * @param draft what was prepared, if it was
     * @param statement the hash of what an approver confirms; empty where nothing is prepared
     */
    public record OneRequest(
            Request request,
            String title,
            Tag state,
            Names profile,
            List<Line> facts,
            List<String> unconfirmed,
            List<Attached> evidence,
            Form attach,
            List<Checked> checks,
            Optional<Draft> draft,
            String statement,
            Form refusal,
            May may,
            Optional<Long> certificate,
            Optional<String> ended) {}

    /** A profile to choose. */
    public record Choice(String id, Names title, ProfileKind kind) {}

    /** The profiles to choose from. */
    public record Choosing(List<Choice> profiles) {}

    /** Something to choose by its name: the path that chooses it. */
    public record Pick(String name, String about, String path) {}

    /** Structures or persons to choose from. */
    public record Picking(
            String title,
            String intro,
            String empty,
            Names profile,
            String path,
            Optional<Form> search,
            List<Pick> picks,
            boolean more) {}

    /** The form that asks for a certificate. */
    public record Wanting(
            Names profile, String structure, String person, Form form, String action) {}

    /** What is asked for, to be read once more. */
    public record Confirming(
            Names profile, List<Line> answers, Form hidden, String action, String back) {}

    /** One's certificates and requests. */
    public record Own(List<Held> certificates, List<Mine> requests) {}

    /** A certificate that one holds. */
    public record Held(Certificate certificate, String title, Tag standing) {}

    /**
     * A request that one made or that is about one.
     *
     * @param mine whether one made it, and it still waits
     */
    public record Mine(Request request, String title, Tag state, boolean mine) {}

    /**
     * Authorities, each followed by those below it.
     *
     * @param rehearsal whether any of them is for trying only
     */
    public record Trees(List<Node> all, boolean rehearsal) {}

    /**
     * An authority.
     *
     * @param depth how many stand above it
     * @param root whether it is a root
     */
    public record Node(
            Authority authority,
            String name,
            AuthorityKind kind,
            int depth,
            Tag state,
            Tag key,
            Instant from,
            String sha256,
            boolean root) {}

    /**
     * What the public sees: the authorities, and the answer to a question.
     *
     * @param asked the serial number that was asked about; empty where none was
     * @param found one for each authority that has this number
     */
    public record Seen(Trees authorities, Form form, String asked, List<Found> found) {}

    /** What the public is told about one certificate. */
    public record Found(Tag standing, boolean rehearsal, List<Line> facts) {}

    /** A line of a list: what is wrong in it. */
    public record Wish(int number, String title, List<Trouble> troubles) {}

    /** What is wrong: the column, the key of the words, what fills their places. */
    public record Trouble(String column, String key, List<Object> facts) {}

    /** A list of wanted certificates before it is sent. */
    public record Wishes(
            String name, Names profile, String structure, List<Wish> lines, String path) {

        /** How many can be sent. */
        public int good() {
            return (int) lines.stream().filter(line -> line.troubles().isEmpty()).count();
        }
    }

    /**
     * Requests that were sent together.
     *
     * @param checks the codes of what an officer checks for all; empty where whoever looks may not
     * @param own whether whoever looks sent them
     * @param approvable the ids of those that whoever looks may approve
     * @param statement the hash of what they would confirm
     * @param unconfirmed the keys of the words of what the register of structures doesn't say
     */
    public record Batch(
            String path,
            Names profile,
            List<Mine> requests,
            List<String> checks,
            boolean own,
            List<String> approvable,
            String statement,
            List<String> unconfirmed) {}
}
