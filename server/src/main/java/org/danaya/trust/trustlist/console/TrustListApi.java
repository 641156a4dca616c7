package org.danaya.trust.trustlist.console;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.page.Open;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.TrustlistFault;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The published list for programs: JSON, open to everybody, beside the signed document. */
@RestController
class TrustListApi {

    private static final String PATH = "/api/v1/trust-list";
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final Editions editions;
    private final Clock clock;

    TrustListApi(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * The list itself.
     *
     * @param current whether its next edition isn't overdue
     * @param sha256 of the signed document, in hexadecimal
     */
    record Summary(
            long sequence,
            Instant issued,
            Instant nextUpdate,
            boolean current,
            String territory,
            String operator,
            String sha256,
            int providers,
            int services) {}

    /**
     * Some services.
     *
     * @param next the value of {@code after} for those that follow; null at the end
     */
    record Found(List<One> services, @Nullable String next) {}

    /**
     * A service.
     *
     * @param inForce whether signatures may rely on it now
     * @param certificates SHA-256 of each, in hexadecimal
     */
    record One(
            String key,
            String provider,
            String registration,
            String name,
            String type,
            @Nullable String state,
            @Nullable Instant since,
            boolean inForce,
            List<String> certificates,
            List<State> history) {}

    /** A state and when it began; the oldest first. */
    record State(String state, Instant since) {}

    @Open
    @ApiOperation(id = "getTrustList", about = "The published trusted list, in short.")
    @GetMapping(PATH)
    Summary summary() {
        Edition last = last();
        TrustedList list = last.list();
        return new Summary(
                last.sequence(),
                last.issued(),
                last.nextUpdate(),
                last.nextUpdate().isAfter(clock.instant()),
                list.scheme().territory(),
                list.scheme().operator().best(Locale.FRENCH),
                HexFormat.of().formatHex(last.digest()),
                list.providers().size(),
                list.services().size());
    }

    @Open
    @ApiOperation(id = "listTrustServices", about = "Some services of the published list.")
    @ApiParameter(name = "q", about = "Words of the service’s or the provider’s name.")
    @ApiParameter(name = "type", about = "The address of a type of service (TS 119 612 §5.5.1).")
    @ApiParameter(
            name = "state",
            about = "The code of the state that the service has now.",
            oneOf = {
                "granted",
                "withdrawn",
                "recognisedatnationallevel",
                "deprecatedatnationallevel",
                "other"
            })
    @ApiParameter(name = "after", about = "The value of next of the answer before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH + "/services")
    Found services(Query query) {
        Cursor cursor = Cursor.of(query, "after", MOST, USUAL);
        String text = query.text("q").toLowerCase(Locale.ROOT);
        String type = query.text("type");
        String state = query.text("state");
        String after = cursor.at().orElse("");
        if (!state.isEmpty()
                && !List.of(
                                "granted",
                                "withdrawn",
                                "recognisedatnationallevel",
                                "deprecatedatnationallevel",
                                "other")
                        .contains(state)) {
            throw new Fault(FormFault.WRONG_PARAMETER, "state");
        }
        List<One> all =
                last().list().services().stream()
                        .filter(each -> ServiceRows.matches(each, text))
                        .filter(each -> type.isEmpty() || each.service().type().equals(type))
                        .map(this::one)
                        .filter(each -> state.isEmpty() || state.equals(each.state()))
                        .filter(each -> each.key().compareTo(after) > 0)
                        .sorted(java.util.Comparator.comparing(One::key))
                        .limit(cursor.wanted())
                        .toList();
        return new Found(cursor.shown(all), cursor.next(all, One::key));
    }

    @Open
    @ApiOperation(id = "getTrustService", about = "One service of the published list, by its key.")
    @GetMapping(PATH + "/services/{key}")
    One service(@PathVariable String key) {
        return last().list()
                .service(key)
                .map(this::one)
                .orElseThrow(() -> new Fault(TrustlistFault.UNKNOWN_SERVICE));
    }

    private Edition last() {
        return editions.last().orElseThrow(() -> new Fault(TrustlistFault.NOT_PUBLISHED));
    }

    private One one(TrustedList.Listed each) {
        TrustService service = each.service();
        Optional<ServiceState> now = service.at(clock.instant());
        return new One(
                service.key(),
                each.provider().name().best(Locale.FRENCH),
                each.provider().registration(),
                service.name().best(Locale.FRENCH),
                service.type(),
                now.map(ServiceState::code).orElse(null),
                now.map(ServiceState::since).orElse(null),
                now.filter(ServiceState::inForce).isPresent(),
                Identity.certificates(service.identities()).stream()
                        .flatMap(der -> ServiceCertificate.read(der).stream())
                        .map(ServiceCertificate::sha256)
                        .toList(),
                service.states().stream()
                        .map(state -> new State(state.code(), state.since()))
                        .toList());
    }
}
