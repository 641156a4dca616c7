package org.danaya.trust.trustlist.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.PageSettings;
import org.danaya.page.Redirect;
import org.danaya.trust.trustlist.Draft;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.ListRules;
import org.danaya.trust.trustlist.TrustlistFault;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Purposes;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.ServiceType;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The services of the draft: one more with its certificate, another state for one, one less. */
@Controller
class ServicePages {

    private static final int REFUSED = 422;
    static final String SERVICES = DraftPages.PATH + "/services/";

    private static final Field<ServiceType> TYPE =
            Field.choice("type", ServiceType.class, "trustlist.type");
    private static final Field<String> NAME_FR = Field.text("name-fr", 200);
    private static final Field<String> NAME_EN = Field.text("name-en", 200);
    private static final Field<Upload> CERTIFICATE =
            Field.file("certificate", ServiceCertificate.MOST_BYTES);
    private static final Field<Set<Purposes>> PURPOSES =
            Field.several("purposes", Purposes.class, "trustlist.purpose").optional();
    private static final Field<String> DER = Field.text("der", 100_000).hidden();
    private static final Field<String> NEXT =
            Field.choice(
                            "state",
                            List.of(
                                            "granted",
                                            "withdrawn",
                                            "recognisedatnationallevel",
                                            "deprecatedatnationallevel")
                                    .stream()
                                    .map(each -> Option.worded(each, "trustlist.state." + each))
                                    .toList())
                    .radios();
    private static final Field<LocalDate> SINCE = Field.date("since");
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Drafts drafts;
    private final Clock clock;
    private final ZoneId zone;

    ServicePages(Drafts drafts, Clock clock, Settings settings) {
        this.drafts = drafts;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(DraftPages.PATH + "/providers/{key}/services/new")
    Answer blank(@PathVariable String key) {
        Draft.Head head = Asked.open(drafts).head();
        return asking(DraftPages.provider(head, key), adding(head.version()));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(DraftPages.PATH + "/providers/{key}/services/new")
    Answer check(@PathVariable String key, Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        Provider provider = DraftPages.provider(head, key);
        Form form = adding(head.version()).read(sent);
        Optional<ServiceCertificate> read =
                form.find(CERTIFICATE).flatMap(file -> ServiceCertificate.read(file.bytes()));
        if (form.find(CERTIFICATE).isPresent() && read.isEmpty()) {
            form = form.refuse(CERTIFICATE, "trustlist.certificate.unreadable");
        }
        if (form.wrong() || read.isEmpty()) {
            return asking(provider, form).status(REFUSED);
        }
        ServiceType type = form.get(TYPE);
        Set<Purposes> purposes = form.find(PURPOSES).orElse(Set.of());
        String der = Base64.getEncoder().encodeToString(read.get().der());
        Form hidden =
                Form.of(
                                "trustlist.service",
                                TYPE.hidden(),
                                NAME_FR.hidden(),
                                NAME_EN.hidden(),
                                purposes(purposes),
                                DER,
                                SchemeForm.VERSION)
                        .with(TYPE, type)
                        .with(NAME_FR, form.get(NAME_FR))
                        .with(NAME_EN, form.get(NAME_EN))
                        .with(purposes(purposes), Purposes.text(purposes))
                        .with(DER, der)
                        .with(SchemeForm.VERSION, Asked.one(sent, "version"));
        return Page.of(
                "trustlist/check",
                new Shown.Checking(
                        provider,
                        type,
                        form.get(NAME_FR),
                        form.get(NAME_EN),
                        read.get(),
                        warnings(type, read.get()),
                        purposes.stream().sorted().map(Purposes::words).toList(),
                        hidden,
                        DraftPages.PATH + "/providers/" + key + "/services",
                        DraftPages.PATH + "/providers/" + key + "/services/new"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(DraftPages.PATH + "/providers/{key}/services")
    Answer add(@PathVariable String key, Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        Provider provider = DraftPages.provider(head, key);
        Form form =
                Form.of("trustlist.service", TYPE, NAME_FR, NAME_EN, DER, SchemeForm.VERSION)
                        .read(sent);
        Optional<ServiceCertificate> read = form.find(DER).flatMap(ServicePages::certificate);
        if (form.wrong() || read.isEmpty()) {
            return asking(provider, adding(head.version())).status(REFUSED);
        }
        TrustService made =
                new TrustService(
                        form.get(TYPE).uri(),
                        Texts.of(form.get(NAME_FR), form.get(NAME_EN)),
                        List.of(new Identity.Certificate(read.get().der())),
                        begun(form.get(TYPE)),
                        TrustService.Definitions.NONE,
                        Purposes.extensions(Purposes.read(Asked.one(sent, "purposes"))),
                        List.of());
        if (head.list().service(made.key()).isPresent()) {
            return asking(
                            provider,
                            adding(head.version())
                                    .refuse(CERTIFICATE, "trustlist.certificate.listed"))
                    .status(REFUSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "service-added",
                Map.of("provider", key, "service", made.key()),
                list -> list.change(key, before -> before.plus(made)));
        return Redirect.to(DraftPages.PATH).saying(Notice.done("trustlist.service.added"));
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(SERVICES + "{key}")
    Answer one(@PathVariable String key) {
        Draft draft = drafts.current().orElseThrow(() -> new Fault(TrustlistFault.NO_DRAFT));
        TrustedList.Listed found = service(draft.head(), key);
        boolean editable =
                draft instanceof Draft.Open
                        && org.danaya.base.Rights.current().holdEverywhere(Right.EDIT_TRUST_LIST);
        boolean known = draft.head().origin().flatMap(list -> list.service(key)).isPresent();
        return Page.of(
                "trustlist/service",
                ListPages.one(
                        found,
                        clock.instant(),
                        editable,
                        editable && !known,
                        draft.head().version()));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(SERVICES + "{key}/state")
    Answer askState(@PathVariable String key) {
        Draft.Head head = Asked.open(drafts).head();
        TrustedList.Listed found = service(head, key);
        return state(
                found, changing(head.version()).with(SINCE, LocalDate.now(clock.withZone(zone))));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(SERVICES + "{key}/state")
    Answer changeState(@PathVariable String key, Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        TrustedList.Listed found = service(head, key);
        Form form = changing(head.version()).read(sent);
        if (form.wrong()) {
            return state(found, form).status(REFUSED);
        }
        ServiceState next =
                ServiceState.of(ServiceState.PREFIX + form.get(NEXT), since(form.get(SINCE)));
        Optional<ServiceType> type = ServiceType.of(found.service().type());
        if (type.filter(it -> !ListRules.fits(it, next)).isPresent()) {
            form = form.refuse(NEXT, "trustlist.state.misfit");
        }
        Optional<ServiceState> published =
                head.origin().flatMap(list -> list.service(key)).map(it -> it.service().state());
        if (published.filter(it -> it.uri().equals(next.uri())).isPresent()) {
            form = form.refuse(NEXT, "trustlist.state.same");
        }
        if (published.filter(it -> !next.since().isAfter(it.since())).isPresent()) {
            form = form.refuse(SINCE, "trustlist.state.before");
        }
        if (form.wrong()) {
            return state(found, form).status(REFUSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "state-changed",
                Map.of(
                        "service",
                        key,
                        "state",
                        next.code(),
                        "since",
                        next.since().toString(),
                        "reason",
                        form.get(REASON)),
                _ -> Drafts.follow(head, key, next));
        return Redirect.to(DraftPages.PATH).saying(Notice.done("trustlist.state.changed"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(SERVICES + "{key}/remove")
    Answer remove(@PathVariable String key, Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        service(head, key);
        if (head.origin().flatMap(list -> list.service(key)).isPresent()) {
            throw new Fault(TrustlistFault.DRAFT_CLOSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "service-removed",
                Map.of("service", key),
                list -> without(list, key));
        return Redirect.to(DraftPages.PATH).saying(Notice.info("trustlist.service.removed"));
    }

    private static TrustedList without(TrustedList list, String key) {
        List<Provider> left = new ArrayList<>();
        for (Provider provider : list.providers()) {
            List<TrustService> services =
                    provider.services().stream().filter(each -> !each.key().equals(key)).toList();
            // A provider that only this draft brought goes with its last service.
            if (!services.isEmpty() || provider.services().isEmpty()) {
                left.add(provider.with(services));
            }
        }
        return new TrustedList(list.scheme(), left);
    }

    /** From the beginning of a day, today from now on. */
    private Instant since(LocalDate day) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.atStartOfDay(zone).toInstant();
    }

    private ServiceState begun(ServiceType type) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return type.qualified() ? new ServiceState.Granted(now) : new ServiceState.Recognised(now);
    }

    private List<String> warnings(ServiceType type, ServiceCertificate read) {
        List<String> warnings = new ArrayList<>();
        if (read.until().isBefore(clock.instant())) {
            warnings.add("trustlist.certificate.expired");
        }
        if (type.issues() != read.authority()) {
            warnings.add(
                    type.issues()
                            ? "trustlist.certificate.no-authority"
                            : "trustlist.certificate.authority");
        }
        return warnings;
    }

    private static Optional<ServiceCertificate> certificate(String base64) {
        try {
            return ServiceCertificate.read(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static TrustedList.Listed service(Draft.Head head, String key) {
        return head.list()
                .service(key)
                .orElseThrow(() -> new Fault(TrustlistFault.UNKNOWN_SERVICE));
    }

    private static Form adding(int version) {
        return Form.of(
                        "trustlist.service",
                        TYPE,
                        NAME_FR,
                        NAME_EN,
                        CERTIFICATE,
                        PURPOSES,
                        SchemeForm.VERSION)
                .with(SchemeForm.VERSION, Integer.toString(version));
    }

    private static Field<String> purposes(Set<Purposes> chosen) {
        return Field.text("purposes", 20 * (chosen.size() + 1)).optional().hidden();
    }

    private static Form changing(int version) {
        return Form.of("trustlist.change-state", NEXT, SINCE, REASON, SchemeForm.VERSION)
                .with(SchemeForm.VERSION, Integer.toString(version));
    }

    private static Page asking(Provider provider, Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.service.new",
                        provider.name().best(Locale.FRENCH),
                        "trustlist.service.new.intro",
                        form,
                        DraftPages.PATH + "/providers/" + provider.key() + "/services/new",
                        "trustlist.service.new.submit",
                        DraftPages.PATH,
                        false));
    }

    private static Page state(TrustedList.Listed found, Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.change-state",
                        found.service().name().best(Locale.FRENCH),
                        "trustlist.change-state.intro",
                        form,
                        SERVICES + found.service().key() + "/state",
                        "trustlist.save",
                        SERVICES + found.service().key(),
                        false));
    }
}
