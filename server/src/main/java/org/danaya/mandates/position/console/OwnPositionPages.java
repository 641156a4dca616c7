package org.danaya.mandates.position.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Submission;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionDecisions;
import org.danaya.mandates.position.PositionFault;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionSearch.Found;
import org.danaya.mandates.position.Speaking;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Deed;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.FreshAssertions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a person's signature, and what is told to their structure. */
@Controller
class OwnPositionPages {

    static final String PATH = "/account/official-positions";

    private static final String ONE = PATH + PositionDesk.ID;
    private static final Above HOME = Above.words("section.own-positions", PATH);

    private final OfficialPositions positions;
    private final PositionDesk desk;
    private final FreshAssertions assertions;

    OwnPositionPages(OfficialPositions positions, PositionDesk desk, FreshAssertions assertions) {
        this.positions = positions;
        this.desk = desk;
        this.assertions = assertions;
    }

    @SignedIn
    @GetMapping(PATH)
    Answer own() {
        return Page.of(
                "positions/own",
                new Sheets.Own(
                        toSign().stream().map(OwnPositionPages::other).toList(),
                        positions.register().toldTo(desk.kinds(), PositionDesk.LISTED).stream()
                                .map(OwnPositionPages::other)
                                .toList()));
    }

    /** Those that whoever looks can sign. */
    List<Found> toSign() {
        return positions
                .register()
                .toSign(positions.speaking().structures(desk.person()), PositionDesk.LISTED)
                .stream()
                .filter(each -> positions.decisions().voice(Actor.self(), each.head()).isPresent())
                .toList();
    }

    @SignedIn
    @GetMapping(ONE)
    Answer one(@PathVariable String id) {
        Known known = desk.own(id);
        boolean signs =
                known.position() instanceof OfficialPosition.Validated
                        && positions.decisions().voice(Actor.self(), known.head()).isPresent();
        return Page.of(
                "positions/one",
                desk.one(
                        known,
                        signs
                                ? List.of(
                                        new Deed(
                                                "positions.deed.sign",
                                                PATH + "/" + id + "/sign",
                                                true,
                                                false,
                                                ""))
                                : List.of(),
                        HOME));
    }

    @SignedIn
    @GetMapping(ONE + "/sign")
    Answer look(@PathVariable String id) {
        OfficialPosition.Head head = validated(id);
        Speaking.Voice voice =
                positions
                        .decisions()
                        .voice(Actor.self(), head)
                        .orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
        byte[] statement = PositionDecisions.signature(head);
        String path = PATH + "/" + head.id();
        String seen = "?seen=" + PositionDesk.seen(statement);
        return Page.of(
                        "positions/confirm",
                        new Sheets.Confirming(
                                "positions.sign.title",
                                head.terms().french().subject(),
                                List.of(HOME, Above.name(head.terms().french().subject(), path)),
                                desk.content(head),
                                "positions.sign.next",
                                voice.function(),
                                path + "/sign/challenge" + seen,
                                path + "/sign" + seen,
                                "positions.sign.submit",
                                PositionDesk.text(statement),
                                path,
                                "positions.sign.later"))
                .unkept();
    }

    @SignedIn
    @PostMapping(ONE + "/sign/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        byte[] statement = PositionDecisions.signature(validated(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), PositionDesk.asSeen(statement, seen)));
    }

    @SignedIn
    @PostMapping(ONE + "/sign")
    Answer sign(@PathVariable String id, @RequestParam String seen, Submission sent) {
        OfficialPosition.Head head = validated(id);
        PositionDesk.asSeen(PositionDecisions.signature(head), seen);
        positions
                .decisions()
                .sign(
                        Actor.self(),
                        head,
                        PositionDesk.sent(sent, "position-challenge"),
                        PositionDesk.sent(sent, "position-credential"));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("positions.done.signed"));
    }

    /**
     * One that waits for a signature that whoever looks may give; for anybody else there is none.
     */
    private OfficialPosition.Head validated(String id) {
        Known known = desk.own(id);
        if (!(known.position() instanceof OfficialPosition.Validated)) {
            throw new Fault(PositionFault.WRONG_STATE, known.position().code());
        }
        return known.head();
    }

    private static Sheets.Other other(Found found) {
        return new Sheets.Other(
                found.name(),
                found.head().terms().french().subject(),
                Sheets.tag(found.state()),
                PATH + "/" + found.head().id());
    }
}
