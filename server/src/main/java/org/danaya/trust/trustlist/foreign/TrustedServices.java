package org.danaya.trust.trustlist.foreign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.ListJudge;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Component;

/**
 * What may be relied on, by our own list and those of others that may be used now: each service's
 * certificates with the state that the service had at a time.
 */
@Component
public final class TrustedServices {

    private final Editions editions;
    private final ForeignLists foreign;
    private final Clock clock;

    TrustedServices(Editions editions, ForeignLists foreign, Clock clock) {
        this.editions = editions;
        this.foreign = foreign;
        this.clock = clock;
    }

    /**
     * A certificate of a service.
     *
     * @param der the certificate
     * @param service the service as it was at that time
     * @param territory whose list says so
     * @param issued when that list was issued
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Anchor(
            byte[] der,
            String provider,
            TrustService.Past service,
            String territory,
            Instant issued) {

        /** Whether signatures of that time may rely on it. */
        public boolean inForce() {
            return service.state().inForce();
        }

        /** The state that it had. */
        public ServiceState state() {
            return service.state();
        }
    }

    /** The lists that may be used now, ours first. */
    public List<TrustedList> lists() {
        List<TrustedList> lists = new ArrayList<>();
        Optional<TrustedList> own = editions.last().map(Edition::list);
        own.filter(list -> ListJudge.aged(list, clock.instant()).isEmpty()).ifPresent(lists::add);
        for (ForeignLists.Foreign each : foreign.all()) {
            if (each instanceof ForeignLists.Foreign.Usable(_, TrustedList list, _, _)) {
                lists.add(list);
            }
        }
        return List.copyOf(lists);
    }

    /** Every certificate of every service that was listed at a time, in force or not. */
    public List<Anchor> at(Instant time) {
        List<Anchor> anchors = new ArrayList<>();
        for (TrustedList list : lists()) {
            for (TrustedList.Listed each : list.services()) {
                Optional<TrustService.Past> past = each.service().asOf(time);
                if (past.isEmpty()) {
                    continue;
                }
                for (byte[] der : Identity.certificates(each.service().identities())) {
                    anchors.add(
                            new Anchor(
                                    der,
                                    each.provider().name().best(java.util.Locale.FRENCH),
                                    past.get(),
                                    list.scheme().territory(),
                                    list.scheme().issued()));
                }
            }
        }
        return List.copyOf(anchors);
    }
}
