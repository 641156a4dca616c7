package org.danaya.mandates.delegation.console;

import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What came of a mission, in words, in a file, or both: it closes the delegation. */
@Controller
class ReportPages {

    private static final String REPORT = Reached.ONE + "/report";
    private static final int REFUSED = 422;
    private static final Field<String> TEXT = Field.area("text", 20_000).optional();
    private static final Field<Upload> FILE = Field.file("file", 5 << 20).optional();

    private final Delegations delegations;
    private final Reached reached;

    ReportPages(Delegations delegations, Reached reached) {
        this.delegations = delegations;
        this.reached = reached;
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(REPORT)
    Answer blank(@PathVariable String id) {
        return asking(due(id), form(), 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(REPORT)
    Answer report(@PathVariable String id, Submission sent) {
        Delegation delegation = due(id);
        Form form = form().read(sent);
        if (form.find(TEXT).isEmpty() && form.find(FILE).isEmpty() && !form.wrong()) {
            form = form.refuse(TEXT, "mandates.delegation.report.empty");
        }
        Optional<String> ending = form.find(FILE).map(Upload::bytes).flatMap(ReportPages::ending);
        if (form.find(FILE).isPresent() && ending.isEmpty()) {
            form = form.refuse(FILE, "mandates.delegation.report.kind");
        }
        if (form.wrong()) {
            return asking(delegation, form, REFUSED);
        }
        Form read = form;
        delegations.report(
                delegation.id(),
                Actor.self(),
                form.find(TEXT).orElse(""),
                ending.map(each -> new Delegations.File(each, read.get(FILE).bytes())));
        return Redirect.to(Reached.path(delegation))
                .saying(Notice.done("mandates.delegation.done.reported"));
    }

    private Delegation due(String id) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        if (delegation.state() != Delegation.State.REPORT_DUE) {
            throw new Fault(MandateFault.WRONG_STATE, delegation.state().code());
        }
        return delegation;
    }

    /** What a file is by its first bytes, whatever its name says. */
    private static Optional<String> ending(byte[] bytes) {
        if (begins(bytes, "%PDF-", 0)) {
            return Optional.of("pdf");
        }
        if (begins(bytes, "PK", 0)) {
            return Optional.of(
                    begins(bytes, "mimetypeapplication/vnd.oasis.opendocument.text", 30)
                            ? "odt"
                            : "docx");
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] bytes, String with, int at) {
        if (bytes.length < at + with.length()) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if (bytes[at + i] != (byte) with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Form form() {
        return Form.of("mandates.delegation.report", TEXT, FILE);
    }

    private static Answer asking(Delegation delegation, Form form, int status) {
        String path = Reached.path(delegation);
        return new Asked(
                        "mandates.delegation.report.title",
                        Reached.title(delegation),
                        "mandates.delegation.report.intro",
                        Reached.up(delegation),
                        form,
                        path + "/report",
                        "mandates.delegation.report.submit",
                        path,
                        false)
                .page(status);
    }
}
