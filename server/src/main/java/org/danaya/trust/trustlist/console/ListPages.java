package org.danaya.trust.trustlist.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.trust.trustlist.Draft;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.SigningKeys;
import org.danaya.trust.trustlist.TrustlistFault;
import org.danaya.trust.trustlist.TrustlistSettings;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The published list in the console: its services, its editions, its keys. */
@Controller
class ListPages {

    static final String PATH = "/console/trust-list";

    private final Drafts drafts;
    private final Editions editions;
    private final SigningKeys keys;
    private final List<Naming> namings;
    private final Clock clock;
    private final int alert;
    private final ServiceRows rows = new ServiceRows("trustlist.services", PATH + "/services/");
    private final Table<Edition> past =
            Table.of(
                    "trustlist.editions",
                    List.of(
                            Column.<Edition>link(
                                    "sequence",
                                    each -> Long.toString(each.sequence()),
                                    each -> PATH + "/editions/" + each.sequence()),
                            Column.<Edition>time("issued", Edition::issued),
                            Column.<Edition>time("next", Edition::nextUpdate),
                            Column.<Edition>code("sha256", each -> shown(each).sha256())));

    ListPages(
            Drafts drafts,
            Editions editions,
            SigningKeys keys,
            List<Naming> namings,
            Clock clock,
            Settings settings) {
        this.drafts = drafts;
        this.editions = editions;
        this.keys = keys;
        this.namings = List.copyOf(namings);
        this.clock = clock;
        this.alert = settings.get(TrustlistSettings.ALERT_DAYS);
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(PATH)
    Answer overview(Query query) {
        Optional<Edition> last = editions.last();
        Table.Asked asked = rows.asked(query);
        if (asked.away()) {
            TrustedList list =
                    last.orElseThrow(() -> new Fault(TrustlistFault.NOT_PUBLISHED)).list();
            return rows.table().download(asked, "trust-list", rows.rows(list, asked));
        }
        long days =
                last.map(it -> Duration.between(clock.instant(), it.nextUpdate()).toDays())
                        .orElse(0L);
        return Page.of(
                "trustlist/overview",
                new Shown.Overview(
                        last.map(ListPages::shown).orElse(null),
                        days,
                        standing(last, days),
                        last.map(it -> rows.show(it.list(), asked)).orElse(null),
                        drafts.current().map(ListPages::tag).orElse(null),
                        keys.current().isPresent(),
                        Rights.current().holdEverywhere(Right.EDIT_TRUST_LIST)));
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(PATH + "/services/{key}")
    Answer service(@PathVariable String key) {
        TrustedList.Listed found =
                editions.last()
                        .flatMap(it -> it.list().service(key))
                        .orElseThrow(() -> new Fault(TrustlistFault.UNKNOWN_SERVICE));
        return Page.of("trustlist/service", one(found, clock.instant(), false, false, 0));
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(PATH + "/editions")
    Answer editions(Query query) {
        Table.Asked asked = past.asked(query);
        List<Edition> found = editions.page(asked.offset(), asked.limit());
        return asked.away()
                ? past.download(asked, "editions", found)
                : Page.of(
                        "trustlist/editions",
                        new Shown.Past(
                                found.stream().map(ListPages::shown).toList(),
                                past.show(asked, found, editions.count())));
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(PATH + "/editions/{sequence}")
    Answer edition(@PathVariable long sequence) {
        Edition edition = editions.get(sequence);
        return Page.of(
                "trustlist/edition",
                new Shown.Told(
                        shown(edition),
                        editions.changes(edition),
                        name(edition.submittedBy().toString()),
                        name(edition.approvedBy().toString()),
                        edition.basis()));
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(PATH + "/keys")
    Answer keys() {
        return Page.of(
                "trustlist/keys",
                new Shown.Keyed(
                        keys.all(),
                        Rights.current().hold(Right.MANAGE_TRUST_LIST_KEY) && scheme().isPresent(),
                        scheme().map(it -> it.operator().in("en")).orElse("")));
    }

    @Needs(value = Right.MANAGE_TRUST_LIST_KEY, freshly = true)
    @PostMapping(PATH + "/keys")
    Answer makeKey() {
        Scheme scheme = scheme().orElseThrow(() -> new Fault(TrustlistFault.NO_DRAFT));
        SigningKeys.Signer made = keys.make(scheme, Actor.self());
        return Redirect.to(PATH + "/keys")
                .saying(Notice.done("trustlist.keys.made", made.certificate().sha256()));
    }

    /** The scheme whose operator a key would be for: the draft's, where there is one. */
    private Optional<Scheme> scheme() {
        return drafts.current()
                .map(draft -> draft.head().list())
                .or(() -> editions.last().map(Edition::list))
                .map(TrustedList::scheme);
    }

    private Tag standing(Optional<Edition> last, long days) {
        if (last.isEmpty()) {
            return new Tag("trustlist.standing.none", Tone.NEUTRAL);
        }
        if (last.get().nextUpdate().isBefore(clock.instant())) {
            return new Tag("trustlist.standing.overdue", Tone.DANGER);
        }
        return days < alert
                ? new Tag("trustlist.standing.soon", Tone.WARNING)
                : new Tag("trustlist.standing.current", Tone.SUCCESS);
    }

    private static Tag tag(Draft draft) {
        return draft instanceof Draft.Submitted
                ? new Tag("trustlist.draft.submitted", Tone.WARNING)
                : new Tag("trustlist.draft.open", Tone.INFO);
    }

    private String name(String account) {
        return namings.stream()
                .filter(each -> each.kind().equals("account"))
                .flatMap(each -> each.name(account, Locale.FRENCH).stream())
                .map(Naming.Named::name)
                .findFirst()
                .orElse(account);
    }

    static Shown.Published shown(Edition edition) {
        return new Shown.Published(
                edition.sequence(),
                edition.issued(),
                edition.nextUpdate(),
                HexFormat.of().formatHex(edition.digest()),
                edition.list().scheme().territory());
    }

    static Shown.One one(
            TrustedList.Listed found,
            Instant now,
            boolean editable,
            boolean removable,
            int version) {
        return new Shown.One(
                found.provider(),
                found.service(),
                org.danaya.trust.trustlist.model.Identity.certificates(found.service().identities())
                        .stream()
                        .flatMap(der -> ServiceCertificate.read(der).stream())
                        .map(read -> new Shown.Identified(read, read.until().isBefore(now)))
                        .toList(),
                found.service().states().reversed(),
                editable,
                removable,
                version);
    }
}
