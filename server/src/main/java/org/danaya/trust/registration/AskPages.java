package org.danaya.trust.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.KnownProfile;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking for a certificate: the profile, the structure, the person, the form, the answers. */
@Controller
class AskPages {

    static final String PATH = CertificatePages.PATH + "/request";

    private static final String PROFILE = PATH + "/{profile:[a-z0-9-]{1,40}}";
    private static final String WHOLE = PROFILE + "/{structure:[0-9a-f-]{36}}";
    private static final int MOST = 50;
    private static final Field<String> TEXT = Field.text("q", 100).optional();

    private final Requests requests;
    private final Certificates certificates;
    private final Structures structures;
    private final KnownFacts facts;
    private final AskDesk desk;
    private final Accounts accounts;

    AskPages(
            Requests requests,
            Certificates certificates,
            Structures structures,
            KnownFacts facts,
            AskDesk desk,
            Accounts accounts) {
        this.requests = requests;
        this.certificates = certificates;
        this.structures = structures;
        this.facts = facts;
        this.desk = desk;
        this.accounts = accounts;
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @GetMapping(PATH)
    Answer profiles() {
        return Page.of(
                "registration/profiles",
                new Shown.Choosing(
                        requests.profiles().stream()
                                .map(KnownProfile::profile)
                                .map(each -> new Shown.Choice(each.id(), each.title(), each.kind()))
                                .toList()));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @GetMapping(PROFILE)
    Answer structures(@PathVariable String profile, Query query) {
        Profile chosen = desk.profile(profile);
        String text = query.text("q");
        List<Structure> found = found(text);
        String path = PATH + "/" + profile;
        return Page.of(
                "registration/pick",
                new Shown.Picking(
                        "registration.pick.structure",
                        "registration.pick.structure.intro",
                        "registration.pick.structure.none",
                        chosen.title(),
                        path,
                        Optional.of(
                                Form.of("registration.pick", TEXT)
                                        .with(TEXT, Optional.of(text).filter(t -> !t.isEmpty()))),
                        found.stream()
                                .limit(MOST)
                                .map(
                                        each ->
                                                new Shown.Pick(
                                                        each.name(Language.FRENCH),
                                                        each.identifier(),
                                                        path + "/" + each.id()))
                                .toList(),
                        found.size() > MOST));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @GetMapping(WHOLE)
    Answer form(@PathVariable String profile, @PathVariable UUID structure, Query query) {
        Profile chosen = desk.profile(profile);
        Structure known = reached(structure);
        return chosen.kind() == ProfileKind.SIGNATURE && query.text("person").isEmpty()
                ? persons(chosen, known)
                : desk.form(wish(profile, structure, query.text("person")), Map.of());
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(WHOLE + "/check")
    Answer check(@PathVariable String profile, @PathVariable UUID structure, Submission sent) {
        return desk.check(wish(profile, structure, person(sent)), sent);
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(WHOLE + "/edit")
    Answer edit(@PathVariable String profile, @PathVariable UUID structure, Submission sent) {
        return desk.edit(wish(profile, structure, person(sent)), sent);
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(WHOLE + "/submit")
    Answer submit(@PathVariable String profile, @PathVariable UUID structure, Submission sent) {
        return desk.submit(wish(profile, structure, person(sent)), sent);
    }

    /** Another certificate like one that there is. */
    @Needs(Right.REQUEST_CERTIFICATES)
    @GetMapping(CertificatePages.PATH + CertificatePages.ID + "/renew")
    Answer renew(@PathVariable long id) {
        Certificate certificate = certificates.get(id);
        Reached.need(Right.REQUEST_CERTIFICATES, certificate.structure());
        Request.Head before =
                certificate
                        .request()
                        .flatMap(requests::find)
                        .map(Request::head)
                        .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST));
        String person =
                certificate
                        .holder()
                        .flatMap(accounts::find)
                        .map(account -> account.owner().person().toString())
                        .orElse("");
        return desk.form(
                wish(
                        before.profile(),
                        certificate
                                .structure()
                                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST)),
                        person),
                before.subject());
    }

    private Answer persons(Profile profile, Structure structure) {
        String path = path(profile, structure.id());
        return Page.of(
                "registration/pick",
                new Shown.Picking(
                        "registration.pick.person",
                        "registration.pick.person.intro",
                        "registration.pick.person.none",
                        profile.title(),
                        path,
                        Optional.empty(),
                        facts.holders(structure.id()).stream()
                                .map(
                                        each ->
                                                new Shown.Pick(
                                                        each.person().name(),
                                                        each.title(),
                                                        path + "?person=" + each.person().id()))
                                .toList(),
                        false));
    }

    private List<Structure> found(String text) {
        return switch (Reached.of(Right.REQUEST_CERTIFICATES)) {
            case Reach.Everywhere() ->
                    structures.page(
                            new Structures.Query(text, Optional.empty(), Optional.of("active")),
                            "name_fr",
                            0,
                            MOST + 1);
            case Reach.Structures(Set<UUID> ids) ->
                    ids.stream()
                            .map(structures::find)
                            .flatMap(Optional::stream)
                            .filter(
                                    each ->
                                            each.name(Language.FRENCH)
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .contains(
                                                            text.toLowerCase(
                                                                    java.util.Locale.ROOT)))
                            .sorted(
                                    java.util.Comparator.comparing(
                                            each -> each.name(Language.FRENCH)))
                            .limit(MOST + 1)
                            .toList();
        };
    }

    private Structure reached(UUID structure) {
        Reached.need(Right.REQUEST_CERTIFICATES, Optional.of(structure));
        return structures.get(structure);
    }

    private AskDesk.Wish wish(String profile, UUID structure, String person) {
        Profile chosen = desk.profile(profile);
        Structure known = reached(structure);
        return new AskDesk.Wish(
                chosen,
                known,
                chosen.kind() == ProfileKind.SIGNATURE
                        ? Optional.of(facts.holder(structure, person))
                        : Optional.empty(),
                path(chosen, structure),
                RequestPages.PATH + "/");
    }

    private static String person(Submission sent) {
        return sent.values("person").stream().findFirst().orElse("");
    }

    private static String path(Profile profile, UUID structure) {
        return PATH + "/" + profile.id() + "/" + structure;
    }
}
