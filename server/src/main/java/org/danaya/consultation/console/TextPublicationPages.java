package org.danaya.consultation.console;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Sha256;
import org.danaya.consultation.Adopting;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Publishing;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.signin.FreshAssertions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes an adopted version known, once who does it confirmed the act and the text's hash. */
@Controller
class TextPublicationPages {

    private static final String ONE = TextDesk.PATH + "/versions" + TextDesk.ID + "/publish";

    private final Adopting adopting;
    private final Publishing publishing;
    private final TextDesk desk;
    private final FreshAssertions assertions;

    TextPublicationPages(Texts texts, TextDesk desk, FreshAssertions assertions) {
        this.adopting = texts.adopting();
        this.publishing = texts.publishing();
        this.desk = desk;
        this.assertions = assertions;
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE)
    Answer look(@PathVariable String id) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        byte[] statement = publishing.statement(version);
        String path = TextDesk.path(version) + "/publish";
        String seen = "?seen=" + seen(statement);
        return Page.of(
                        "consultation/publish",
                        new Sheets.Confirming(
                                desk.dossier(version),
                                version,
                                adopting.of(version.id()).orElseThrow().act(),
                                path + "/challenge" + seen,
                                path + seen,
                                new String(statement, StandardCharsets.UTF_8)))
                .unkept();
    }

    @Needs(Right.MOVE_TEXTS)
    @PostMapping(ONE + "/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), asSeen(version, seen)));
    }

    @Needs(Right.MOVE_TEXTS)
    @PostMapping(ONE)
    Answer publish(@PathVariable String id, @RequestParam String seen, Submission sent) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        publishing.publish(
                Actor.self(),
                version.id(),
                asSeen(version, seen),
                sent(sent, "text-challenge"),
                sent(sent, "text-credential"));
        return Redirect.to(TextDesk.path(version))
                .saying(Notice.done("consultation.done.published"));
    }

    private byte[] asSeen(TextVersion version, String seen) {
        byte[] statement = publishing.statement(version);
        if (!seen(statement).equals(seen)) {
            throw new Fault(ConsultationFault.STALE);
        }
        return statement;
    }

    private static String seen(byte[] statement) {
        return HexFormat.of().formatHex(Sha256.of(statement));
    }

    private static String sent(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}
