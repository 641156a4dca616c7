package org.danaya.mandates.check;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Pages;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * « Vérifier »: the one door for whoever was shown something. What is typed is posted, never part
 * of an address; no answer is kept by a browser.
 */
@Controller
class CheckPages {

    static final String PATH = "/verify";

    /** More than any seal; what is longer is no code either. */
    private static final int MOST_CHARACTERS = 1_000;

    private static final Field<String> CODE = Field.text("code", MOST_CHARACTERS);

    private final Checks checks;
    private final Pages pages;

    CheckPages(Checks checks, Pages pages) {
        this.checks = checks;
        this.pages = pages;
    }

    @Open
    @GetMapping(PATH)
    Answer ask() {
        return page(code(), List.of(), Optional.empty());
    }

    /** The short address on a letter: the page with the code filled in, and no answer yet. */
    @Open
    @GetMapping("/m/{code}")
    Answer filled(@PathVariable String code) {
        Form form = code.length() <= 2 * ShortCode.CHARACTERS ? code().with(CODE, code) : code();
        return page(form, List.of(), Optional.empty());
    }

    @Open
    @PostMapping(PATH)
    Answer check(HttpServletRequest request, Submission sent) {
        Form form = code().read(sent);
        if (form.wrong()) {
            return page(form, List.of(), Optional.empty()).status(422);
        }
        Showing showing = new Showing(pages.view(request));
        return switch (checks.typed(form.get(CODE))) {
            case CheckOutcome.Decided decided ->
                    page(code(), List.of(showing.shown(decided)), Optional.empty());
            case CheckOutcome.Mistyped(ShortCode.Reading reading) ->
                    mistyped(form, reading, showing.wrong(reading));
        };
    }

    private static Page mistyped(Form form, ShortCode.Reading reading, String why) {
        if (reading instanceof ShortCode.Reading.Doubtful doubtful) {
            return page(
                    form,
                    List.of(),
                    Optional.of(new CheckView.Suggestion(doubtful.suggestion().toString(), why)));
        }
        return page(form.refuse(CODE, "mandates.check.mistyped", why), List.of(), Optional.empty())
                .status(422);
    }

    private static Page page(
            Form code, List<CheckView.Shown> answers, Optional<CheckView.Suggestion> suggestion) {
        return Page.of("check/verify", new CheckView(code, code, answers, List.of(), suggestion))
                .unkept();
    }

    private static Form code() {
        return Form.of("mandates.check.form", CODE);
    }
}
