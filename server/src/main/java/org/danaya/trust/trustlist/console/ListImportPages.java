package org.danaya.trust.trustlist.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.ListDifference;
import org.danaya.trust.trustlist.ListReader;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A list from elsewhere: as the beginning of ours, or to compare with it. */
@Controller
class ListImportPages {

    private static final String PATH = ListPages.PATH + "/import";
    private static final int REFUSED = 422;
    private static final String START = "start";
    private static final Field<String> MODE =
            Field.choice(
                            "mode",
                            List.of(
                                    Option.worded("compare", "trustlist.import.compare"),
                                    Option.worded(START, "trustlist.import.start")))
                    .radios();
    private static final Field<Upload> FILE = Field.file("file", 10 << 20);

    private final Drafts drafts;
    private final Editions editions;

    ListImportPages(Drafts drafts, Editions editions) {
        this.drafts = drafts;
        this.editions = editions;
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @GetMapping(PATH)
    Answer blank() {
        return asking(form().with(MODE, "compare"));
    }

    @Needs(Right.EDIT_TRUST_LIST)
    @PostMapping(PATH)
    Answer upload(Submission sent) {
        Rights.current().needEverywhere(Right.EDIT_TRUST_LIST);
        Form form = form().read(sent);
        if (form.wrong()) {
            return asking(form).status(REFUSED);
        }
        TrustedList list;
        try {
            list = ListReader.read(form.get(FILE).bytes());
        } catch (Fault e) {
            return asking(form.refuse("fault." + e.code().code(), e.facts().toArray()))
                    .status(REFUSED);
        }
        Optional<TrustedList> ours = editions.last().map(Edition::list);
        if (form.get(MODE).equals(START)) {
            if (ours.isPresent() || drafts.current().isPresent()) {
                return asking(form.refuse("trustlist.import.too-late")).status(REFUSED);
            }
            drafts.importFirst(list, Actor.self());
            return Redirect.to(DraftPages.PATH).saying(Notice.done("trustlist.import.done"));
        }
        return Page.of(
                "trustlist/compared",
                new Shown.Compared(
                        form.get(FILE).name(),
                        list.scheme().operator().best(Locale.FRENCH),
                        list.scheme().sequence(),
                        ListDifference.between(ours, list),
                        form()));
    }

    private static Form form() {
        return Form.of("trustlist.import", MODE, FILE);
    }

    private static Page asking(Form form) {
        return Page.of(
                "trustlist/ask",
                new Shown.Asking(
                        "trustlist.import",
                        "",
                        "trustlist.import.intro",
                        form,
                        PATH,
                        "trustlist.import.submit",
                        ListPages.PATH,
                        false));
    }
}
