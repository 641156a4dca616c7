package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Right;
import org.danaya.page.Glance;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.springframework.stereotype.Component;

/** On the console's first page: requests that wait for the person, certificates that end soon. */
@Component
class WaitingGlance implements Glance {

    private static final Duration SOON = Duration.ofDays(30);
    private static final int MOST = 200;

    private final Requests requests;
    private final Certificates certificates;
    private final Clock clock;

    WaitingGlance(Requests requests, Certificates certificates, Clock clock) {
        this.requests = requests;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        if (!visitor.rights().contains(Right.READ_CERTIFICATES)) {
            return List.of();
        }
        List<Request> open = requests.open(Reached.of(Right.READ_CERTIFICATES));
        long examine =
                open.stream()
                        .filter(Request.Submitted.class::isInstance)
                        .filter(
                                each ->
                                        Reached.holds(
                                                Right.EXAMINE_CERTIFICATES,
                                                each.head().structure()))
                        .count();
        long approve =
                open.stream()
                        .filter(Request.Prepared.class::isInstance)
                        .filter(
                                each ->
                                        Reached.holds(
                                                Right.APPROVE_CERTIFICATES,
                                                each.head().structure()))
                        .count();
        long ending =
                certificates.ending(clock.instant(), clock.instant().plus(SOON), MOST).stream()
                        .filter(each -> each.standing().isEmpty())
                        .filter(each -> Reached.holds(Right.READ_CERTIFICATES, each.structure()))
                        .count();
        List<Seen> seen = new ArrayList<>();
        if (examine > 0) {
            seen.add(
                    Seen.waiting(
                            new Tag("registration.request.submitted", Tone.INFO),
                            "registration.glance.examine",
                            RequestPages.PATH,
                            examine));
        }
        if (approve > 0) {
            seen.add(
                    Seen.waiting(
                            new Tag("registration.request.prepared", Tone.WARNING),
                            "registration.glance.approve",
                            RequestPages.PATH,
                            approve));
        }
        if (ending > 0) {
            seen.add(
                    Seen.waiting(
                            new Tag("registration.standing.expiring", Tone.WARNING),
                            "registration.glance.ending",
                            CertificatePages.PATH + "?state=expiring",
                            ending));
        }
        return seen;
    }
}
