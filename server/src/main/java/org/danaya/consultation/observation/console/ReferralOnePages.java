package org.danaya.consultation.observation.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.consultation.observation.Batch;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.ObservationSearch;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.ReferralEvent;
import org.danaya.consultation.observation.Sight;
import org.danaya.consultation.observation.own.BatchPaper;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.PageSettings;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A structure that is asked: what came, what happened, more time. */
@Controller
class ReferralOnePages {

    private static final int REFUSED = 422;
    private static final int MOST = 10_000;
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Observations observations;
    private final ReferralDesk desk;
    private final Clock clock;
    private final ZoneId zone;

    ReferralOnePages(Observations observations, ReferralDesk desk, Clock clock, Settings settings) {
        this.observations = observations;
        this.desk = desk;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ReferralDesk.ONE)
    Answer one(@PathVariable String id) {
        ReferralDesk.Known known = desk.referral(id, Right.READ_TEXTS);
        Referral referral = known.referral();
        boolean drafts =
                Rights.current().hold(Right.DRAFT_TEXTS, known.dossier().lead().structure());
        return Page.of(
                "observation/referral",
                new ReferralSheets.One(
                        known.dossier(),
                        known.version(),
                        referral,
                        ReferralDesk.tag(referral),
                        observations.register().history(referral.id()).stream()
                                .map(this::happened)
                                .toList(),
                        observations.register().batches(referral.id()),
                        submitted(known),
                        drafts && ReferralPages.isOpen(known.version()),
                        drafts && ReferralPages.isOpen(known.version()),
                        Rights.current()
                                .hold(
                                        Right.DECIDE_OBSERVATIONS,
                                        known.dossier().lead().structure()),
                        ReferralDesk.path(referral),
                        ReferralDesk.up(known.dossier(), known.version())));
    }

    private List<Observation.Submitted> submitted(ReferralDesk.Known known) {
        ObservationSearch all = ObservationSearch.all(known.version().id());
        return observations
                .register()
                .list(
                        new ObservationSearch(
                                all.version(),
                                Optional.of(known.referral().head().structure().id()),
                                all.kind(),
                                all.part(),
                                all.confidential(),
                                all.receipt(),
                                ""),
                        Sight.current(),
                        "",
                        0,
                        MOST);
    }

    private ReferralSheets.Happened happened(ReferralEvent event) {
        Optional<Instant> deadline =
                switch (event) {
                    case ReferralEvent.Asked asked -> Optional.of(asked.deadline());
                    case ReferralEvent.Extended extended -> Optional.of(extended.deadline());
                    case ReferralEvent.Reminded _,
                            ReferralEvent.Silent _,
                            ReferralEvent.Submitted _,
                            ReferralEvent.Nothing _ ->
                            Optional.empty();
                };
        return new ReferralSheets.Happened(
                "observation.event." + event.code(),
                event.at(),
                event.who().map(desk::name).orElse(""),
                deadline,
                event instanceof ReferralEvent.Extended extended
                        ? Optional.of(extended.reason())
                        : Optional.empty());
    }

    /** All words are in it: it is for those who answer. */
    @Needs(Right.DECIDE_OBSERVATIONS)
    @GetMapping(ReferralDesk.ONE + "/batches/{batch:[0-9a-f-]{36}}.{form:json|pdf}")
    Answer file(@PathVariable String id, @PathVariable String batch, @PathVariable String form) {
        ReferralDesk.Known known = desk.referral(id, Right.DECIDE_OBSERVATIONS);
        Batch found =
                Ids.read(batch)
                        .flatMap(observations.register()::batch)
                        .filter(each -> each.referral().equals(known.referral().id()))
                        .orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
        return BatchPaper.file(
                known.dossier(),
                known.version(),
                known.referral(),
                found,
                observations.register().content(found),
                form);
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(ReferralDesk.ONE + "/extend")
    Answer look(@PathVariable String id) {
        return extending(
                open(id), form().with(DeadlineForm.RHYTHM, DeadlineForm.Rhythm.MONDAY), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ReferralDesk.ONE + "/extend")
    Answer extend(@PathVariable String id, Submission sent) {
        ReferralDesk.Known known = open(id);
        Instant now = clock.instant();
        Form form = DeadlineForm.checked(form().read(sent), now, zone);
        if (!form.wrong()
                && !DeadlineForm.of(form, now, zone).isAfter(known.referral().head().deadline())) {
            form = form.refuse(DeadlineForm.DAY, "observation.deadline.not-later");
        }
        if (form.wrong()) {
            return extending(known, form, REFUSED);
        }
        observations
                .referrals()
                .extend(
                        Actor.self(),
                        known.referral().id(),
                        DeadlineForm.of(form, now, zone),
                        form.get(REASON));
        return Redirect.to(ReferralDesk.path(known.referral()))
                .saying(Notice.done("observation.done.extended"));
    }

    private ReferralDesk.Known open(String id) {
        ReferralDesk.Known known = desk.referral(id, Right.DRAFT_TEXTS);
        if (!ReferralPages.isOpen(known.version())) {
            throw new Fault(ObservationFault.NOT_TAKEN, known.version().code());
        }
        return known;
    }

    private static Form form() {
        List<Field<?>> fields = new ArrayList<>(DeadlineForm.fields());
        fields.add(REASON);
        return Form.of("observation.ask", fields);
    }

    private static Answer extending(ReferralDesk.Known known, Form form, int status) {
        String path = ReferralDesk.path(known.referral());
        return new Asked(
                        "observation.extend",
                        known.referral().head().structure().name(),
                        "observation.extend.intro",
                        ReferralDesk.up(known.dossier(), known.version()),
                        form,
                        path + "/extend",
                        "observation.extend.submit",
                        path,
                        false)
                .page(status);
    }
}
