package org.danaya.trust.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Page;
import org.danaya.page.SignedIn;
import org.danaya.people.Structures;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.KnownProfile;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person asks for a certificate of their own, for a function that they hold. */
@Controller
class OwnAskPages {

    private static final String PATH = OwnPages.PATH + "/request";
    private static final String ONE = PATH + "/{structure:[0-9a-f-]{36}}";

    private final AskDesk desk;
    private final KnownFacts facts;
    private final Accounts accounts;
    private final Structures structures;
    private final Requests requests;

    OwnAskPages(
            AskDesk desk,
            KnownFacts facts,
            Accounts accounts,
            Structures structures,
            Requests requests) {
        this.desk = desk;
        this.facts = facts;
        this.accounts = accounts;
        this.structures = structures;
        this.requests = requests;
    }

    @SignedIn
    @GetMapping(PATH)
    Answer functions() {
        List<Shown.Pick> picks =
                facts.functions(person()).stream()
                        .map(
                                each ->
                                        new Shown.Pick(
                                                each.title(),
                                                structures
                                                        .get(each.position().structure())
                                                        .name(Language.FRENCH),
                                                PATH + "/" + each.position().structure()))
                        .toList();
        return Page.of(
                "registration/pick",
                new Shown.Picking(
                        "registration.own.function",
                        "registration.own.function.intro",
                        "registration.own.function.none",
                        profile().title(),
                        PATH,
                        Optional.empty(),
                        picks,
                        false));
    }

    @SignedIn
    @GetMapping(ONE)
    Answer form(@PathVariable UUID structure) {
        return desk.form(wish(structure), Map.of());
    }

    @SignedIn
    @PostMapping(ONE + "/check")
    Answer check(@PathVariable UUID structure, Submission sent) {
        return desk.check(wish(structure), sent);
    }

    @SignedIn
    @PostMapping(ONE + "/edit")
    Answer edit(@PathVariable UUID structure, Submission sent) {
        return desk.edit(wish(structure), sent);
    }

    @SignedIn
    @PostMapping(ONE + "/submit")
    Answer submit(@PathVariable UUID structure, Submission sent) {
        return desk.submit(wish(structure), sent);
    }

    /** Whoever is named, whatever the form says: the person behind the session. */
    private AskDesk.Wish wish(UUID structure) {
        return new AskDesk.Wish(
                profile(),
                structures.get(structure),
                Optional.of(facts.holder(structure, person().toString())),
                PATH + "/" + structure,
                OwnPages.PATH);
    }

    private UUID person() {
        return accounts.get(Actor.self()).owner().person();
    }

    private Profile profile() {
        return requests.profiles().stream()
                .map(KnownProfile::profile)
                .filter(each -> each.kind() == ProfileKind.SIGNATURE)
                .findFirst()
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_PROFILE, "person-signature"));
    }
}
