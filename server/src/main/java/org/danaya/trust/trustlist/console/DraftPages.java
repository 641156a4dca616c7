package org.danaya.trust.trustlist.console;

import java.util.List;
import java.util.Map;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.table.Table;
import org.danaya.trust.trustlist.Draft;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.TrustlistFault;
import org.danaya.trust.trustlist.model.Provider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The draft of the next edition: what it changes, its scheme, its providers, its end. */
@Controller
class DraftPages {

    static final String PATH = ListPages.PATH + "/draft";

    private static final int REFUSED = 422;

    private final Drafts drafts;
    private final Editions editions;
    private final ServiceRows rows = new ServiceRows("trustlist.services", PATH + "/services/");

    DraftPages(Drafts drafts, Editions editions) {
        this.drafts = drafts;
        this.editions = editions;
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/open")
    Answer open() {
        Rights.current().needEverywhere(Right.EDIT_TRUST_LIST);
        drafts.open(Actor.self());
        return Redirect.to(PATH).saying(Notice.done("trustlist.draft.opened"));
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(PATH)
    Answer draft(Query query) {
        Draft draft = drafts.current().orElseThrow(() -> new Fault(TrustlistFault.NO_DRAFT));
        Table.Asked asked = rows.asked(query);
        Draft.Head head = draft.head();
        if (asked.away()) {
            return rows.table().download(asked, "trust-list-draft", rows.rows(head.list(), asked));
        }
        Editions.Prepared prepared = editions.prepare(head, editions.now());
        boolean submitted = draft instanceof Draft.Submitted;
        boolean author = head.authors().contains(Actor.self());
        return Page.of(
                "trustlist/draft",
                new Shown.Drafted(
                        head.version(),
                        head.sequence(),
                        submitted,
                        draft instanceof Draft.Open(_, String returned) && returned != null
                                ? returned
                                : "",
                        prepared.changes(),
                        prepared.problems(),
                        rows.show(head.list(), asked),
                        head.list().providers(),
                        !submitted && Rights.current().holdEverywhere(Right.EDIT_TRUST_LIST),
                        submitted && !author && Rights.current().hold(Right.APPROVE_TRUST_LIST),
                        submitted && author));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(PATH + "/scheme")
    Answer scheme() {
        Draft.Head head = Asked.open(drafts).head();
        return scheme(SchemeForm.of(head.list().scheme(), head.version()));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/scheme")
    Answer changeScheme(Submission sent) {
        Asked.open(drafts);
        Form form = SchemeForm.blank().read(sent);
        if (form.wrong()) {
            return scheme(form).status(REFUSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "scheme",
                Map.of(),
                list -> list.with(SchemeForm.scheme(form, list.scheme())));
        return Redirect.to(PATH).saying(Notice.done("trustlist.draft.changed"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(PATH + "/providers/new")
    Answer newProvider() {
        return provider(ProviderForm.blank(Asked.open(drafts).head().version()));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/providers/new")
    Answer addProvider(Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        Form form = ProviderForm.blank(head.version()).read(sent);
        if (form.wrong()) {
            return provider(form).status(REFUSED);
        }
        Provider made = ProviderForm.provider(form);
        if (head.list().provider(made.key()).isPresent()) {
            return provider(form.refuse(ProviderForm.REGISTRATION, "trustlist.provider.exists"))
                    .status(REFUSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "provider-added",
                Map.of("provider", made.key()),
                list -> list.plus(made));
        return Redirect.to(PATH + "/providers/" + made.key() + "/services/new")
                .saying(Notice.done("trustlist.provider.added"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(PATH + "/providers/{key}")
    Answer editProvider(@PathVariable String key) {
        Draft.Head head = Asked.open(drafts).head();
        Provider provider = provider(head, key);
        return edited(provider, ProviderForm.of(provider, head.version()));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/providers/{key}")
    Answer changeProvider(@PathVariable String key, Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        Provider provider = provider(head, key);
        Form form = ProviderForm.known(head.version()).read(sent);
        if (form.wrong()) {
            return edited(provider, form).status(REFUSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "provider-changed",
                Map.of("provider", key),
                list -> list.change(key, before -> ProviderForm.changed(form, before)));
        return Redirect.to(PATH).saying(Notice.done("trustlist.draft.changed"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/submit")
    Answer submit(Submission sent) {
        Asked.open(drafts);
        drafts.submit(Asked.version(sent), Actor.self());
        return Redirect.to(PATH).saying(Notice.done("trustlist.draft.submitted.done"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/withdraw")
    Answer withdraw() {
        drafts.withdraw(Actor.self());
        return Redirect.to(PATH).saying(Notice.info("trustlist.draft.withdrawn"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(PATH + "/abandon")
    Answer askAbandon() {
        Draft.Head head = Asked.open(drafts).head();
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.abandon",
                        "",
                        "trustlist.abandon.intro",
                        version(head.version()),
                        PATH + "/abandon",
                        "trustlist.abandon",
                        PATH,
                        true));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH + "/abandon")
    Answer abandon(Submission sent) {
        Asked.open(drafts);
        drafts.abandon(Asked.version(sent));
        return Redirect.to(ListPages.PATH).saying(Notice.info("trustlist.draft.abandoned"));
    }

    /** A form that holds nothing but the version that the reader saw. */
    static Form version(int version, Field<?>... more) {
        List<Field<?>> fields = new java.util.ArrayList<>(List.of(more));
        fields.add(SchemeForm.VERSION);
        return Form.of("trustlist.draft", fields)
                .with(SchemeForm.VERSION, Integer.toString(version));
    }

    static Provider provider(Draft.Head head, String key) {
        return head.list()
                .provider(key)
                .orElseThrow(() -> new Fault(TrustlistFault.UNKNOWN_PROVIDER));
    }

    private static Page scheme(Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.scheme",
                        "",
                        "trustlist.scheme.intro",
                        form,
                        PATH + "/scheme",
                        "trustlist.save",
                        PATH,
                        false));
    }

    private static Page provider(Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.provider.new",
                        "",
                        "trustlist.provider.new.intro",
                        form,
                        PATH + "/providers/new",
                        "trustlist.provider.new.submit",
                        PATH,
                        false));
    }

    private static Page edited(Provider provider, Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.provider.edit",
                        provider.name().best(java.util.Locale.FRENCH),
                        "",
                        form,
                        PATH + "/providers/" + provider.key(),
                        "trustlist.save",
                        PATH,
                        false));
    }
}
