package org.danaya.mandates.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.calendar.Calendar;
import org.danaya.mandates.calendar.End;
import org.danaya.page.Needs;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.ShortCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of mandates as JSON, with the filters of the console. Errors are RFC 9457 problems.
 */
@RestController
class RegisterApi {

    private static final String PATH = "/api/v1/register/mandates";
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int MOST_DAYS = 3_660;
    private static final int USUAL_DAYS = 90;
    private static final int LAST = 10_000_000;

    private final Mandates mandates;
    private final Calendar calendar;
    private final Structures structures;

    RegisterApi(Mandates mandates, Calendar calendar, Structures structures) {
        this.mandates = mandates;
        this.calendar = calendar;
        this.structures = structures;
    }

    /**
     * Some mandates, the first number first.
     *
     * @param next the value of {@code after} for those that follow; null at the end
     */
    record Found(List<One> mandates, @Nullable String next) {}

    /**
     * A mandate. Dates are ISO 8601.
     *
     * @param powers those that are left, by their codes
     * @param until the first day on which it doesn't hold any more
     * @param structure the identifier of the one in whose name it is
     */
    record One(
            UUID id,
            long number,
            String code,
            String kind,
            String state,
            String holder,
            String function,
            String home,
            String structure,
            String grantor,
            List<String> powers,
            LocalDate from,
            LocalDate until,
            String basis,
            @Nullable UUID delegation) {}

    /**
     * A mandate with what it is worth now.
     *
     * @param usable the powers that all above have too, today
     * @param scope its limits, a line each: the side, a space, what it is limited to
     * @param above the ids of the mandates that it was granted under, the nearest first
     */
    record Whole(
            One mandate, List<String> usable, List<String> scope, int depth, List<UUID> above) {}

    /** What ends, by day. */
    record Ends(List<Ending> ends) {}

    /**
     * Something that ends.
     *
     * @param kind mandate, office or delegation
     * @param number 0 for an office
     * @param structure an identifier; null where it isn't in the register any more
     * @param last the last of its days
     */
    record Ending(
            String kind,
            UUID id,
            long number,
            String name,
            @Nullable String structure,
            LocalDate last) {}

    @Needs(Right.READ_MANDATES)
    @ApiOperation(id = "listMandates", about = "Some mandates of the register, by number.")
    @ApiParameter(name = "q", about = "Words of names and functions, a number or a short code.")
    @ApiParameter(name = "state", about = "The code of a state, such as in-force.")
    @ApiParameter(name = "structure", about = "The identifier of the structure.")
    @ApiParameter(name = "power", about = "A power that is left, such as SIGNER.")
    @ApiParameter(name = "kind", about = "The code of a kind, such as mandate or spokesperson.")
    @ApiParameter(
            name = "ending",
            about = "Of those in force, that end within so many days.",
            least = 1,
            most = MOST_DAYS)
    @ApiParameter(name = "after", about = "The value of next of the answer before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH)
    Found list(Query query) {
        Cursor cursor = Cursor.of(query, "after", MOST, USUAL);
        int skipped = query.number("after", 0, LAST, 0);
        Optional<Structure> structure = query.given("structure").map(this::structure);
        List<MandateSearch.Found> rows =
                mandates.register()
                        .list(
                                new MandateSearch(
                                        query.text("q"),
                                        query.given("state").map(RegisterApi::state),
                                        structure.map(Structure::id),
                                        query.given("power").map(RegisterApi::power),
                                        query.given("kind").map(RegisterApi::kind),
                                        query.given("ending")
                                                .map(
                                                        _ ->
                                                                query.number(
                                                                        "ending",
                                                                        1,
                                                                        MOST_DAYS,
                                                                        USUAL_DAYS)),
                                        Optional.empty(),
                                        reach()),
                                MandateSearch.BY_NUMBER,
                                skipped,
                                cursor.wanted());
        List<One> shown = cursor.shown(rows).stream().map(RegisterApi::one).toList();
        return new Found(shown, cursor.next(rows, _ -> Integer.toString(skipped + shown.size())));
    }

    @Needs(Right.READ_MANDATES)
    @ApiOperation(id = "getMandate", about = "One mandate of the register, by its number.")
    @GetMapping(PATH + "/{number:[0-9]{1,15}}")
    Whole get(@PathVariable long number) {
        Known known = mandates.register().numbered(Set.of(number)).getFirst();
        if (!Rights.current().hold(Right.READ_MANDATES, known.head().terms().structure())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        Mandate mandate = known.mandate();
        return new Whole(
                one(
                        known.head(),
                        mandate.code(),
                        mandate.left().powers(),
                        mandate.left().period().until()),
                known.worth().holds(known.day()) ? codes(known.worth().powers()) : List.of(),
                known.head().terms().scope().lines(),
                known.head().terms().depth(),
                known.above().stream().map(Mandate::id).toList());
    }

    @Needs(Right.READ_MANDATES)
    @ApiOperation(
            id = "listEnds",
            about = "Mandates, powers of offices and delegations that end soon, by day.")
    @ApiParameter(
            name = "within",
            about = "How many days to look ahead.",
            least = 1,
            most = MOST_DAYS,
            usual = USUAL_DAYS)
    @GetMapping("/api/v1/register/ends")
    Ends ends(Query query) {
        return new Ends(
                calendar.within(reach(), query.number("within", 1, MOST_DAYS, USUAL_DAYS)).stream()
                        .map(this::ending)
                        .toList());
    }

    private Ending ending(End end) {
        return new Ending(
                end.kind().code(),
                end.id(),
                end.number(),
                end.name(),
                structures.find(end.structure()).map(Structure::identifier).orElse(null),
                end.last());
    }

    private static One one(MandateSearch.Found found) {
        return one(found.head(), found.state(), found.left(), found.ends());
    }

    private static One one(Mandate.Head head, String state, Powers left, LocalDate until) {
        return new One(
                head.id(),
                head.number(),
                ShortCode.ofData(head.code()).toString(),
                head.terms().kind().code(),
                state,
                head.names().holder(),
                head.names().function(),
                head.names().home(),
                head.names().identifier(),
                head.names().grantor(),
                codes(left),
                head.terms().period().from(),
                until,
                head.terms().basis(),
                head.terms().group().orElse(null));
    }

    private static Reach reach() {
        return Rights.current().reach(Right.READ_MANDATES).orElse(new Reach.Structures(Set.of()));
    }

    private static List<String> codes(Powers powers) {
        return powers.toSet().stream().map(Power::code).toList();
    }

    private Structure structure(String identifier) {
        return structures
                .find(identifier)
                .orElseThrow(() -> new Fault(FormFault.WRONG_PARAMETER, "structure"));
    }

    private static MandateSearch.Standing state(String code) {
        return one(MandateSearch.Standing.values(), code, "state");
    }

    private static MandateKind kind(String code) {
        return one(MandateKind.values(), code, "kind");
    }

    private static <E extends Enum<E>> E one(E[] all, String code, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                .findFirst()
                .orElseThrow(() -> new Fault(FormFault.WRONG_PARAMETER, name));
    }

    private static Power power(String code) {
        return Arrays.stream(Power.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Fault(FormFault.WRONG_PARAMETER, "power"));
    }
}
