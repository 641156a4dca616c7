package org.danaya.consultation.observation.own;

import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.consultation.Texts;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationDrafts;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Parts;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
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

/** Two observations of a list that say much the same become one. */
@Controller
class OwnMergePages {

    private static final String MERGE =
            OwnTexts.ONE + "/observations/{observation:[0-9a-f-]{36}}/merge";
    private static final String WITH = MERGE + "/{other:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;
    private static final int BRIEF = 80;

    private final Observations observations;
    private final Texts texts;
    private final OwnTexts own;
    private final OwnTextPages pages;

    OwnMergePages(Observations observations, Texts texts, OwnTexts own, OwnTextPages pages) {
        this.observations = observations;
        this.texts = texts;
        this.own = own;
        this.pages = pages;
    }

    /** Two different drafts of a list that may still be written. */
    private record Two(OwnTexts.Own asked, Observation.Draft one, Observation.Draft other) {

        String path() {
            return asked.path() + "/observations/" + one.id() + "/merge/" + other.id();
        }
    }

    @SignedIn
    @GetMapping(MERGE)
    Answer choose(@PathVariable String id, @PathVariable String observation) {
        OwnTexts.Own asked = own.taking(id);
        Observation.Draft one = own.draft(asked, observation);
        return choosing(asked, one, Form.of("observation.merge", others(asked, one)), 200);
    }

    @SignedIn
    @PostMapping(MERGE)
    Answer chosen(@PathVariable String id, @PathVariable String observation, Submission sent) {
        OwnTexts.Own asked = own.taking(id);
        Observation.Draft one = own.draft(asked, observation);
        Field<String> others = others(asked, one);
        Form form = Form.of("observation.merge", others).read(sent);
        return form.wrong()
                ? choosing(asked, one, form, REFUSED)
                : Redirect.to(
                        asked.path() + "/observations/" + one.id() + "/merge/" + form.get(others));
    }

    @SignedIn
    @GetMapping(WITH)
    Answer look(
            @PathVariable String id, @PathVariable String observation, @PathVariable String other) {
        Two two = two(id, observation, other);
        return merging(two, form(two).merged(two.one(), two.other()), false, 200);
    }

    @SignedIn
    @PostMapping(WITH)
    Answer merge(
            @PathVariable String id,
            @PathVariable String observation,
            @PathVariable String other,
            Submission sent) {
        Two two = two(id, observation, other);
        WritingForm writing = form(two);
        Form form = writing.read(sent);
        if (form.wrong()) {
            return merging(two, form, false, REFUSED);
        }
        List<Integer> shown = WritingForm.revisions(form);
        return switch (observations
                .drafts()
                .merge(
                        Actor.self(),
                        new ObservationDrafts.Shown(two.one().id(), shown.getFirst()),
                        new ObservationDrafts.Shown(two.other().id(), shown.getLast()),
                        writing.said(form))) {
            case ObservationDrafts.EditOutcome.Edited _ ->
                    Redirect.to(two.asked().path()).saying(Notice.done("observation.done.merged"));
            case ObservationDrafts.EditOutcome.Changed _ -> {
                Two now = two(id, observation, other);
                yield merging(now, WritingForm.at(form, now.one(), now.other()), true, CHANGED);
            }
        };
    }

    private Two two(String id, String observation, String other) {
        OwnTexts.Own asked = own.taking(id);
        Two two = new Two(asked, own.draft(asked, observation), own.draft(asked, other));
        if (two.one().id().equals(two.other().id())) {
            throw new Fault(ObservationFault.UNKNOWN);
        }
        return two;
    }

    private WritingForm form(Two two) {
        return new WritingForm(Parts.of(texts.register().text(two.asked().version()).flow()));
    }

    private Field<String> others(OwnTexts.Own asked, Observation.Draft one) {
        List<Option> options = new ArrayList<>();
        List<Observation.Draft> all = observations.drafts().of(asked.referral().id());
        for (Observation.Draft each : all) {
            if (!each.id().equals(one.id())) {
                options.add(Option.named(each.id().toString(), brief(each)));
            }
        }
        return Field.choice("other", options);
    }

    private static String brief(Observation.Draft draft) {
        Observation.Words words = draft.said().words().orElseThrow();
        String said = words.comment().isBlank() ? words.proposal().orElse("") : words.comment();
        String label = draft.said().anchor().label();
        String all = (label.isEmpty() ? "" : label + " – ") + said.replaceAll("\\s+", " ");
        return all.length() <= BRIEF ? all : all.substring(0, BRIEF) + "…";
    }

    private Answer choosing(OwnTexts.Own asked, Observation.Draft one, Form form, int status) {
        return Page.of(
                        "observation/merge",
                        new OwnSheets.Merging(
                                OwnTextPages.head(asked),
                                List.of(pages.item(asked, one, 1, 1)),
                                false,
                                form,
                                asked.path() + "/observations/" + one.id() + "/merge",
                                "observation.merge.choose"))
                .status(status);
    }

    private Answer merging(Two two, Form form, boolean changed, int status) {
        return Page.of(
                        "observation/merge",
                        new OwnSheets.Merging(
                                OwnTextPages.head(two.asked()),
                                List.of(
                                        pages.item(two.asked(), two.one(), 1, 2),
                                        pages.item(two.asked(), two.other(), 2, 2)),
                                changed,
                                form,
                                two.path(),
                                "observation.merge.submit"))
                .status(status);
    }
}
