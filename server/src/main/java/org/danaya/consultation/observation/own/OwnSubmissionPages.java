package org.danaya.consultation.observation.own;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.observation.Batch;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Submission.Prepared;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
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

/** A list is handed in, or that there is nothing; and the files of what was. */
@Controller
class OwnSubmissionPages {

    private static final String WAY = OwnTexts.ONE + "/{way:submit|nothing}";
    private static final String BATCH = OwnTexts.ONE + "/batches/{batch:[0-9a-f-]{36}}";

    private final Observations observations;
    private final OwnTexts own;
    private final OwnTextPages pages;
    private final FreshAssertions assertions;

    OwnSubmissionPages(
            Observations observations,
            OwnTexts own,
            OwnTextPages pages,
            FreshAssertions assertions) {
        this.observations = observations;
        this.own = own;
        this.pages = pages;
        this.assertions = assertions;
    }

    @SignedIn
    @GetMapping(WAY)
    Answer look(@PathVariable String id, @PathVariable String way) {
        OwnTexts.Own asked = own.get(id);
        Optional<Redirect> waiting = unplaced(asked, way);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Prepared prepared = fit(asked, way);
        String path = asked.path() + "/" + way;
        String seen = "?seen=" + OwnTexts.seen(prepared.statement());
        return Page.of(
                        "observation/confirm",
                        new OwnSheets.Confirming(
                                OwnTextPages.head(asked),
                                "observation." + way,
                                "observation." + way + ".intro",
                                pages.items(asked),
                                asked.hands().orElseThrow().function(),
                                path + "/challenge" + seen,
                                path + seen,
                                "observation." + way + ".submit",
                                new String(prepared.statement(), StandardCharsets.UTF_8)))
                .unkept();
    }

    /** Who may hand in and whose list has rows without a place is led to those. */
    private Optional<Redirect> unplaced(OwnTexts.Own asked, String way) {
        if (!way.equals("submit") || !asked.takes() || asked.hands().isEmpty()) {
            return Optional.empty();
        }
        long waiting =
                observations.submission().prepare(Actor.self(), asked.referral().id()).unplaced();
        return waiting == 0
                ? Optional.empty()
                : Optional.of(
                        Redirect.to(asked.path() + "#unplaced")
                                .saying(Notice.warning("observation.hand-in.unplaced", waiting)));
    }

    @SignedIn
    @PostMapping(WAY + "/challenge")
    ResponseEntity<String> challenge(
            @PathVariable String id, @PathVariable String way, @RequestParam String seen) {
        Prepared prepared = fit(own.get(id), way);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), asSeen(prepared, seen)));
    }

    @SignedIn
    @PostMapping(WAY)
    Answer handIn(
            @PathVariable String id,
            @PathVariable String way,
            @RequestParam String seen,
            Submission sent) {
        OwnTexts.Own asked = own.get(id);
        UUID referral = asked.referral().id();
        byte[] statement = asSeen(observations.submission().prepare(Actor.self(), referral), seen);
        String challenge = OwnTexts.sent(sent, "observation-challenge");
        String credential = OwnTexts.sent(sent, "observation-credential");
        Batch batch =
                way.equals("submit")
                        ? observations
                                .submission()
                                .submit(Actor.self(), referral, statement, challenge, credential)
                        : observations
                                .submission()
                                .nothing(Actor.self(), referral, statement, challenge, credential);
        return Redirect.to(asked.path())
                .saying(Notice.done("observation.done." + way, batch.observations()));
    }

    @SignedIn
    @GetMapping(BATCH + ".{form:json|pdf}")
    Answer file(@PathVariable String id, @PathVariable String batch, @PathVariable String form) {
        OwnTexts.Own asked = own.get(id);
        Batch found =
                Ids.read(batch)
                        .flatMap(observations.register()::batch)
                        .filter(each -> each.referral().equals(asked.referral().id()))
                        .orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
        return BatchPaper.file(
                asked.dossier(),
                asked.version(),
                asked.referral(),
                found,
                observations.register().content(found),
                form);
    }

    private static byte[] asSeen(Prepared prepared, String seen) {
        if (!OwnTexts.seen(prepared.statement()).equals(seen)) {
            throw new Fault(ObservationFault.STALE);
        }
        return prepared.statement();
    }

    /** What can't be handed in is told before a passkey is asked for. */
    private Prepared fit(OwnTexts.Own asked, String way) {
        if (!asked.takes()) {
            throw new Fault(ObservationFault.NOT_TAKEN, asked.version().code());
        }
        Prepared prepared = observations.submission().prepare(Actor.self(), asked.referral().id());
        if (prepared.held().isEmpty()) {
            throw new Fault(
                    ObservationFault.NO_MANDATE, asked.referral().head().structure().name());
        }
        List<Batch> before = observations.register().batches(asked.referral().id());
        int written = prepared.drafts().size();
        if (way.equals("nothing")) {
            int had = written + before.stream().mapToInt(Batch::observations).sum();
            if (had > 0) {
                throw new Fault(ObservationFault.NOT_EMPTY, had);
            }
        } else if (written == 0) {
            throw new Fault(ObservationFault.EMPTY);
        } else if (prepared.unplaced() > 0) {
            throw new Fault(ObservationFault.UNPLACED, prepared.unplaced());
        }
        return prepared;
    }
}
