package org.danaya.consultation.observation.own;

import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.consultation.Texts;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationDrafts;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Parts;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An observation is written, changed, moved in its list, given up. */
@Controller
class OwnWritingPages {

    private static final String DRAFT = OwnTexts.ONE + "/observations/{observation:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Observations observations;
    private final Texts texts;
    private final OwnTexts own;
    private final OwnTextPages pages;

    OwnWritingPages(Observations observations, Texts texts, OwnTexts own, OwnTextPages pages) {
        this.observations = observations;
        this.texts = texts;
        this.own = own;
        this.pages = pages;
    }

    @SignedIn
    @GetMapping(OwnTexts.ONE + "/write")
    Answer write(@PathVariable String id) {
        OwnTexts.Own asked = own.taking(id);
        return writing(asked, form(asked).empty(), 200);
    }

    /** From words that were chosen in the text. */
    @SignedIn
    @PostMapping(OwnTexts.ONE + "/write/on")
    Answer writeOn(@PathVariable String id, Submission sent) {
        OwnTexts.Own asked = own.taking(id);
        WritingForm writing = form(asked);
        return writing(asked, about(writing, writing.empty(), sent), 200);
    }

    @SignedIn
    @PostMapping(OwnTexts.ONE + "/write")
    Answer keep(@PathVariable String id, Submission sent) {
        OwnTexts.Own asked = own.get(id);
        WritingForm writing = form(asked);
        Form form = writing.read(sent);
        if (form.wrong()) {
            return writing(asked, form, REFUSED);
        }
        Observation.Draft draft =
                observations
                        .drafts()
                        .write(Actor.self(), asked.referral().id(), writing.said(form));
        return Redirect.to(pages.at(asked, draft.id()))
                .saying(Notice.done("observation.done.written"));
    }

    @SignedIn
    @GetMapping(DRAFT + "/edit")
    Answer edit(@PathVariable String id, @PathVariable String observation) {
        OwnTexts.Own asked = own.get(id);
        Observation.Draft draft = own.draft(asked, observation);
        return editing(asked, draft, form(asked).of(draft), Optional.empty(), 200);
    }

    /** From words that were chosen in the text, for an observation that is written already. */
    @SignedIn
    @PostMapping(DRAFT + "/edit/on")
    Answer editOn(@PathVariable String id, @PathVariable String observation, Submission sent) {
        OwnTexts.Own asked = own.taking(id);
        Observation.Draft draft = own.draft(asked, observation);
        WritingForm writing = form(asked);
        return editing(
                asked, draft, about(writing, writing.of(draft), sent), Optional.empty(), 200);
    }

    private static Form about(WritingForm writing, Form begun, Submission sent) {
        return writing.about(
                begun,
                OwnTexts.sent(sent, "part"),
                OwnTexts.sent(sent, "quote"),
                OwnTexts.sent(sent, "prefix"),
                OwnTexts.sent(sent, "suffix"));
    }

    @SignedIn
    @PostMapping(DRAFT + "/edit")
    Answer change(@PathVariable String id, @PathVariable String observation, Submission sent) {
        OwnTexts.Own asked = own.get(id);
        Observation.Draft draft = own.draft(asked, observation);
        WritingForm writing = form(asked);
        Form form = writing.read(sent);
        if (form.wrong()) {
            return editing(asked, draft, form, Optional.empty(), REFUSED);
        }
        return switch (observations
                .drafts()
                .change(Actor.self(), draft.id(), WritingForm.revision(form), writing.said(form))) {
            case ObservationDrafts.EditOutcome.Edited _ ->
                    Redirect.to(pages.at(asked, draft.id()))
                            .saying(Notice.done("observation.done.changed"));
            case ObservationDrafts.EditOutcome.Changed(Observation.Draft now) ->
                    editing(
                            asked,
                            now,
                            WritingForm.at(form, now.revision()),
                            Optional.of(pages.item(asked, now, 1, 1)),
                            CHANGED);
        };
    }

    @SignedIn
    @GetMapping(DRAFT + "/withdraw")
    Answer askToWithdraw(@PathVariable String id, @PathVariable String observation) {
        OwnTexts.Own asked = own.get(id);
        Observation.Draft draft = own.draft(asked, observation);
        return Page.of(
                "observation/ask",
                new OwnSheets.Asking(
                        OwnTextPages.head(asked),
                        "observation.withdraw",
                        "observation.withdraw.intro",
                        Form.of("observation.write", WritingForm.REVISION)
                                .with(WritingForm.REVISION, Integer.toString(draft.revision())),
                        asked.path() + "/observations/" + draft.id() + "/withdraw",
                        "observation.withdraw.submit"));
    }

    @SignedIn
    @PostMapping(DRAFT + "/withdraw")
    Answer withdraw(@PathVariable String id, @PathVariable String observation, Submission sent) {
        OwnTexts.Own asked = own.get(id);
        Observation.Draft draft = own.draft(asked, observation);
        Form form = Form.of("observation.write", WritingForm.REVISION).read(sent);
        observations.drafts().withdraw(Actor.self(), draft.id(), WritingForm.revision(form));
        return Redirect.to(asked.path()).saying(Notice.done("observation.done.withdrawn"));
    }

    @SignedIn
    @PostMapping(DRAFT + "/move/{way:up|down}")
    Answer move(
            @PathVariable String id, @PathVariable String observation, @PathVariable String way) {
        OwnTexts.Own asked = own.get(id);
        UUID draft = own.draft(asked, observation).id();
        observations.drafts().move(draft, way.equals("up") ? -1 : 1);
        return Redirect.to(pages.at(asked, draft));
    }

    private WritingForm form(OwnTexts.Own asked) {
        return new WritingForm(Parts.of(texts.register().text(asked.version()).flow()));
    }

    private static Answer writing(OwnTexts.Own asked, Form form, int status) {
        return Page.of(
                        "observation/write",
                        new OwnSheets.Writing(
                                OwnTextPages.head(asked),
                                "observation.write",
                                form,
                                asked.path() + "/write",
                                "observation.write.submit",
                                Optional.empty(),
                                Optional.empty()))
                .status(status);
    }

    private static Answer editing(
            OwnTexts.Own asked,
            Observation.Draft draft,
            Form form,
            Optional<OwnSheets.Item> other,
            int status) {
        return Page.of(
                        "observation/write",
                        new OwnSheets.Writing(
                                OwnTextPages.head(asked),
                                "observation.edit",
                                form,
                                asked.path() + "/observations/" + draft.id() + "/edit",
                                "observation.edit.submit",
                                other,
                                draft.said().anchor() instanceof Anchor.Unplaced(String label)
                                        ? Optional.of(label)
                                        : Optional.empty()))
                .status(status);
    }
}
