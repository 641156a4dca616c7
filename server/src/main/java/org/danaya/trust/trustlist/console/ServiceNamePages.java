package org.danaya.trust.trustlist.console;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.trust.trustlist.Draft;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Another name for a service of the draft. */
@Controller
class ServiceNamePages {

    private static final int REFUSED = 422;

    private static final Field<String> NAME_FR = Field.text("name-fr", 200);
    private static final Field<String> NAME_EN = Field.text("name-en", 200);
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Drafts drafts;
    private final Clock clock;

    ServiceNamePages(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(ServicePages.SERVICES + "{key}/name")
    Answer ask(@PathVariable String key) {
        Draft.Head head = Asked.open(drafts).head();
        TrustedList.Listed found = ServicePages.service(head, key);
        Texts name = found.service().name();
        return asking(
                found,
                form(head.version()).with(NAME_FR, name.in("fr")).with(NAME_EN, name.in("en")));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(ServicePages.SERVICES + "{key}/name")
    Answer rename(@PathVariable String key, Submission sent) {
        Draft.Head head = Asked.open(drafts).head();
        TrustedList.Listed found = ServicePages.service(head, key);
        Form form = form(head.version()).read(sent);
        if (form.wrong()) {
            return asking(found, form).status(REFUSED);
        }
        Texts name = named(form, found.service().name());
        if (name.equals(found.service().name())) {
            return asking(found, form.refuse(NAME_FR, "trustlist.rename.same")).status(REFUSED);
        }
        drafts.change(
                Asked.version(sent),
                Actor.self(),
                "service-renamed",
                Map.of("service", key, "reason", form.get(REASON)),
                _ ->
                        Drafts.rename(
                                head, key, name, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        return Redirect.to(DraftPages.PATH).saying(Notice.done("trustlist.rename.done"));
    }

    /** What was typed, in the order of the list; what it says in other languages stays. */
    private static Texts named(Form form, Texts before) {
        Texts typed = Texts.of(form.get(NAME_FR), form.get(NAME_EN));
        if (before.in("fr").equals(typed.in("fr")) && before.in("en").equals(typed.in("en"))) {
            return before;
        }
        for (Texts.Said each : before.said()) {
            if (!List.of("fr", "en")
                    .contains(Locale.forLanguageTag(each.language()).getLanguage())) {
                typed = typed.plus(each.language(), each.text());
            }
        }
        return typed;
    }

    private static Form form(int version) {
        return Form.of("trustlist.rename", NAME_FR, NAME_EN, REASON, SchemeForm.VERSION)
                .with(SchemeForm.VERSION, Integer.toString(version));
    }

    private static Page asking(TrustedList.Listed found, Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.rename",
                        found.service().name().best(Locale.FRENCH),
                        "trustlist.rename.intro",
                        form,
                        ServicePages.SERVICES + found.service().key() + "/name",
                        "trustlist.save",
                        ServicePages.SERVICES + found.service().key(),
                        false));
    }
}
