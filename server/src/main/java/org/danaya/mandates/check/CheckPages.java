package org.danaya.mandates.check;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.trust.validation.ValidationOutcome;
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

    /** More than any seal or mandate in a wallet; what is longer is no code either. */
    static final int MOST_CHARACTERS = 8_192;

    private static final Field<String> CODE = Field.text("code", MOST_CHARACTERS);

    private final Checks checks;
    private final Exhibits exhibits;
    private final Pages pages;

    CheckPages(Checks checks, Exhibits exhibits, Pages pages) {
        this.checks = checks;
        this.exhibits = exhibits;
        this.pages = pages;
    }

    @Open
    @GetMapping(PATH)
    Answer ask(HttpServletResponse response) {
        letCameraIn(response);
        return page(code(), file());
    }

    /** The short address on a letter: the page with the code filled in, and no answer yet. */
    @Open
    @GetMapping("/m/{code}")
    Answer filled(@PathVariable String code, HttpServletResponse response) {
        letCameraIn(response);
        response.setHeader("Referrer-Policy", "no-referrer");
        boolean short_ = code.length() <= 2 * ShortCode.CHARACTERS;
        return page(short_ ? code().with(CODE, code) : code(), file());
    }

    @Open
    @PostMapping(PATH)
    Answer check(HttpServletRequest request, HttpServletResponse response, Submission sent) {
        letCameraIn(response);
        View view = pages.view(request);
        return sent.files().containsKey("file") || sent.texts().containsKey("file")
                ? look(view, file().read(sent), request.getRemoteAddr())
                : read(view, code().read(sent));
    }

    /** The page that works without a network, once it was opened with one. */
    @Open
    @GetMapping(PATH + "/offline")
    Answer offline(HttpServletResponse response) {
        letCameraIn(response);
        return Page.of("check/offline");
    }

    private Page read(View view, Form form) {
        if (form.wrong()) {
            return page(form, file()).status(422);
        }
        Showing showing = new Showing(view);
        return switch (checks.typed(form.get(CODE))) {
            case CheckOutcome.Decided decided -> page(List.of(showing.shown(decided)), List.of());
            case CheckOutcome.Mistyped(ShortCode.Reading.Doubtful doubtful) ->
                    Page.of(
                                    "check/verify",
                                    new CheckView(
                                            form,
                                            file(),
                                            List.of(),
                                            List.of(),
                                            Optional.empty(),
                                            Optional.of(
                                                    new CheckView.Suggestion(
                                                            doubtful.suggestion().toString(),
                                                            showing.wrong(doubtful)))))
                            .unkept();
            case CheckOutcome.Mistyped(ShortCode.Reading reading) ->
                    page(
                                    form.refuse(
                                            CODE,
                                            "mandates.check.mistyped",
                                            showing.wrong(reading)),
                                    file())
                            .status(422);
        };
    }

    private Page look(View view, Form form, String from) {
        if (form.wrong()) {
            return page(code(), form).status(422);
        }
        Upload upload = form.get(upload());
        Locale locale = view.language().locale();
        Exhibit exhibit;
        try {
            exhibit = exhibits.look(upload.name(), upload.bytes(), locale, from);
        } catch (Fault e) {
            if (e.code() instanceof CheckFault busy) {
                return page(code(), form.refuse(upload(), busy.words()))
                        .status(busy.kind().status());
            }
            throw e;
        }
        return switch (exhibit) {
            case Exhibit.Coded(List<CheckOutcome.Decided> outcomes, boolean picture) ->
                    page(shown(view, outcomes), remarks(view, outcomes, picture));
            case Exhibit.Letter letter -> letter(view, letter);
            case Exhibit.Document(ValidationOutcome signatures) -> document(view, form, signatures);
            case Exhibit.Unreadable(CheckFault why) ->
                    page(code(), form.refuse(upload(), why.words())).status(422);
        };
    }

    static List<String> remarks(View view, List<CheckOutcome.Decided> outcomes, boolean picture) {
        List<String> remarks = new ArrayList<>();
        if (outcomes.size() > 1) {
            remarks.add(view.word("mandates.check.several", outcomes.size()));
        }
        if (picture) {
            remarks.add(view.word("mandates.check.copy"));
        }
        return remarks;
    }

    private Page letter(View view, Exhibit.Letter letter) {
        return signed(
                List.of(new Showing(view).shown(letter.verdict(), letter.named())),
                Beside.letter(view, letter));
    }

    private Page document(View view, Form form, ValidationOutcome signatures) {
        return Exhibits.isNoDocument(signatures)
                ? page(code(), form.refuse(upload(), CheckFault.UNKNOWN.words())).status(422)
                : signed(List.of(), Beside.document(view, signatures));
    }

    private Page signed(List<CheckView.Shown> answers, CheckView.Signature signature) {
        return Page.of(
                        "check/verify",
                        new CheckView(
                                code(),
                                file(),
                                answers,
                                List.of(),
                                Optional.of(signature),
                                Optional.empty()))
                .unkept();
    }

    private static List<CheckView.Shown> shown(View view, List<CheckOutcome.Decided> outcomes) {
        Showing showing = new Showing(view);
        return outcomes.stream().map(showing::shown).toList();
    }

    private Page page(Form code, Form file) {
        return Page.of(
                        "check/verify",
                        new CheckView(
                                code,
                                file,
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()))
                .unkept();
    }

    private Page page(List<CheckView.Shown> answers, List<String> remarks) {
        return Page.of(
                        "check/verify",
                        new CheckView(
                                code(),
                                file(),
                                answers,
                                remarks,
                                Optional.empty(),
                                Optional.empty()))
                .unkept();
    }

    private static Form code() {
        return Form.of("mandates.check.form", CODE);
    }

    private Form file() {
        return Form.of("mandates.check.form", upload());
    }

    private Field<Upload> upload() {
        return Field.file("file", exhibits.mostBytes());
    }

    /** No other page may use the camera. */
    private static void letCameraIn(HttpServletResponse response) {
        response.setHeader(
                "Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()");
    }
}
