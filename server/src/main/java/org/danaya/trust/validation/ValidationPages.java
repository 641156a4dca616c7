package org.danaya.trust.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.trust.validation.ValidationOutcome.ReportKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Checking a signature, for everybody: no account, no script, nothing kept. */
@Controller
class ValidationPages {

    static final String PATH = "/validate";

    private final Validations validations;
    private final ReportShelf shelf;
    private final Pages pages;

    ValidationPages(Validations validations, ReportShelf shelf, Pages pages) {
        this.validations = validations;
        this.shelf = shelf;
        this.pages = pages;
    }

    @Open
    @GetMapping(PATH)
    Answer ask(HttpServletRequest request) {
        return page(request, form(), Optional.empty(), "", "");
    }

    @Open
    @PostMapping(PATH)
    Answer check(HttpServletRequest request, Submission sent) {
        Form form = form().read(sent);
        if (form.wrong()) {
            return page(request, form, Optional.empty(), "", "").status(422);
        }
        SignedFile file = signedFile(form.get(file()));
        List<SignedFile> content =
                form.find(content()).map(ValidationPages::signedFile).stream().toList();
        ValidationOutcome outcome =
                validations.check(file, content, pages.view(request).language().locale());
        String reports =
                outcome instanceof ValidationOutcome.Checked checked
                        ? PATH + "/reports/" + shelf.put(checked.reports()) + "/"
                        : "";
        Told told = new Telling(Telling.Speech.of(pages.view(request))).told(outcome);
        return page(request, form(), Optional.of(told), file.name(), reports);
    }

    @Open
    @GetMapping(PATH + "/reports/{id}/{name}")
    Answer report(@PathVariable String id, @PathVariable String name) {
        ReportKind kind =
                Arrays.stream(ReportKind.values())
                        .filter(each -> each.file().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Fault(ValidationFault.REPORT_GONE));
        String text =
                shelf.find(id)
                        .map(reports -> reports.texts().get(kind))
                        .orElseThrow(() -> new Fault(ValidationFault.REPORT_GONE));
        return new Download(
                "validation-" + kind.file(),
                "application/xml",
                (_, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Page page(
            HttpServletRequest request,
            Form form,
            Optional<Told> told,
            String file,
            String reports) {
        View view = pages.view(request);
        return Page.of(
                "validation/validate",
                new ValidationView(
                        form,
                        told,
                        file,
                        reports,
                        new Telling(Telling.Speech.of(view)).anchors(validations.anchors()),
                        validations.mostBytes()));
    }

    private Form form() {
        return Form.of("validation.form", file(), content());
    }

    private Field<Upload> file() {
        return Field.file("file", Math.toIntExact(validations.mostBytes()));
    }

    private Field<Upload> content() {
        return Field.file("content", Math.toIntExact(validations.mostBytes())).optional();
    }

    private static SignedFile signedFile(Upload upload) {
        return new SignedFile(upload.name(), upload.bytes());
    }
}
