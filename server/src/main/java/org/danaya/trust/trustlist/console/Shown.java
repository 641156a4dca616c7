package org.danaya.trust.trustlist.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.danaya.form.Form;
import org.danaya.page.Crumb;
import org.danaya.page.Tag;
import org.danaya.page.View;
import org.danaya.people.Basis;
import org.danaya.table.TableView;
import org.danaya.trust.trustlist.ListChange;
import org.danaya.trust.trustlist.ListRules;
import org.danaya.trust.trustlist.SigningKeys;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.ServiceType;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.jspecify.annotations.Nullable;

/** What the pages of trusted lists show. */
public final class Shown {

    private Shown() {}

    /**
     * The published list, in the console.
     *
     * @param last the last edition; null where none was published
     * @param daysLeft until the next edition must be out
     */
    public record Overview(
            @Nullable Published last,
            long daysLeft,
            Tag standing,
            @Nullable TableView table,
            @Nullable Tag draft,
            boolean key,
            boolean mayEdit) {}

    /** An edition, as far as pages show it. */
    public record Published(
            long sequence, Instant issued, Instant next, String sha256, String territory) {}

    /**
     * The draft.
     *
     * @param returned why it was given back; empty where it wasn't
     * @param mayWithdraw whether the reader had a hand in what waits
     */
    public record Drafted(
            int version,
            long sequence,
            boolean submitted,
            String returned,
            List<ListChange> changes,
            List<ListRules.Problem> problems,
            TableView table,
            List<Provider> providers,
            boolean mayEdit,
            boolean mayApprove,
            boolean mayWithdraw) {}

    /** One form on a page of its own. */
    public record Asking(
            String title,
            String about,
            String intro,
            Form form,
            String action,
            String submit,
            String cancel,
            boolean danger) {}

    /** A service, in a draft or in the published list. */
    public record One(
            Provider provider,
            TrustService service,
            List<Identified> certificates,
            List<ServiceState> states,
            boolean editable,
            boolean removable,
            int version) {}

    /** What was understood from a certificate. */
    public record Identified(ServiceCertificate certificate, boolean expired) {}

    /**
     * “Check your answers” before a service is added.
     *
     * @param warnings keys of what to look at
     */
    public record Checking(
            Provider provider,
            ServiceType type,
            String nameFr,
            String nameEn,
            ServiceCertificate certificate,
            List<String> warnings,
            List<String> purposes,
            Form hidden,
            String action,
            String cancel) {}

    /**
     * What an approver decides about.
     *
     * @param own whether the reader had a hand in it
     */
    public record Approval(
            int version,
            long sequence,
            Instant issued,
            Instant next,
            String sha256,
            List<ListChange> changes,
            Map<String, String> reasons,
            List<ListRules.Problem> problems,
            Form confirm,
            Form giveBack,
            boolean own,
            boolean key) {}

    /** The editions. */
    public record Past(List<Published> editions, TableView table) {}

    /** One edition. */
    public record Told(
            Published edition,
            List<ListChange> changes,
            String by,
            String approver,
            Optional<Basis> basis) {}

    /** The keys. */
    public record Keyed(List<SigningKeys.Signer> signers, boolean mayMake, String operator) {}

    /** A list compared with the published one. */
    public record Compared(
            String name, String operator, long sequence, List<ListChange> changes, Form form) {}

    /** The foreign lists. */
    public record Foreigners(boolean configured, List<Foreigner> lists) {}

    /**
     * A foreign list.
     *
     * @param age since it was last right
     * @param problem the key of what is wrong; empty for nothing
     */
    public record Foreigner(
            String address,
            Tag state,
            Optional<TrustedList> list,
            Optional<Duration> age,
            String problem,
            String detail) {}

    /** The list for everybody. */
    public record Public(
            @Nullable Published list,
            boolean overdue,
            Texts operator,
            List<Entry> entries,
            Form search,
            boolean found) {}

    /** A provider for everybody. */
    public record Entry(Provider provider, List<Standing> services) {}

    /** A service for everybody. */
    public record Standing(
            TrustService service, Optional<ServiceState> now, List<ServiceState> past) {}

    /** The words of a problem of the list. */
    public static String say(View view, ListRules.Problem problem) {
        Object[] facts =
                problem.facts().stream()
                        .map(
                                each ->
                                        each instanceof ListRules.Worded(String key)
                                                ? view.word(key)
                                                : each)
                        .toArray();
        return view.word(problem.key(), facts);
    }

    /** The words of a service's type, or its address where it has none. */
    public static String type(View view, TrustService service) {
        return ServiceType.of(service.type())
                .map(type -> view.word(ServiceRows.words(type)))
                .orElse(service.type());
    }

    /** The sentence of a change. */
    public static String say(View view, ListChange change) {
        return change.sentence(
                new ListChange.Speech() {
                    @Override
                    public String word(String key, Object... facts) {
                        return view.word(key, facts);
                    }

                    @Override
                    public String time(Instant at) {
                        return view.time(at);
                    }

                    @Override
                    public Locale locale() {
                        return view.language().locale();
                    }
                });
    }

    /** The tag of a state. */
    public static Tag tag(ServiceState state) {
        return ServiceRows.tag(state);
    }

    /** The page above all others here. */
    public static Crumb home(View view) {
        return new Crumb(view.word("section.trust-list"), ListPages.PATH);
    }
}
