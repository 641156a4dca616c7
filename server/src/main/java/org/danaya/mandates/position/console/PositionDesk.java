package org.danaya.mandates.position.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.danaya.form.Submission;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionEvent;
import org.danaya.mandates.position.PositionFault;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.page.Above;
import org.danaya.page.Deed;
import org.danaya.page.PageSettings;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Positions;
import org.danaya.people.StructureKind;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/** Who looks, what lies within their reach, and what a page shows of a position. */
@Component
class PositionDesk {

    /** A place for an id in a path. */
    static final String ID = "/{id:[0-9a-f-]{36}}";

    /** What a list never shows more of on a page about something else. */
    static final int LISTED = 50;

    private final OfficialPositions positions;
    private final Accounts accounts;
    private final Structures structures;
    private final Positions offices;
    private final Incumbencies incumbencies;
    private final Clock clock;
    private final ZoneId zone;

    PositionDesk(
            OfficialPositions positions,
            Accounts accounts,
            Structures structures,
            Positions offices,
            Incumbencies incumbencies,
            Clock clock,
            Settings settings) {
        this.positions = positions;
        this.accounts = accounts;
        this.structures = structures;
        this.offices = offices;
        this.incumbencies = incumbencies;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    /**
     * A position.
     *
     * @throws Fault {@link PositionFault#UNKNOWN} where there is none, or the right doesn't reach
     *     it
     */
    Known position(String id, Right right) {
        Known known = get(id);
        if (!Rights.current().hold(right, known.head().terms().structure())) {
            throw new Fault(PositionFault.UNKNOWN);
        }
        return known;
    }

    /** A position that whoever looks may sign, or that is told to them. */
    Known own(String id) {
        Known known = get(id);
        boolean signs =
                known.position() instanceof OfficialPosition.Validated
                        && positions.decisions().voice(Actor.self(), known.head()).isPresent();
        boolean signed =
                known.history()
                        .signature()
                        .filter(each -> accounts().contains(each.account()))
                        .isPresent();
        if (!signs && !signed && !isTold(known)) {
            throw new Fault(PositionFault.UNKNOWN);
        }
        return known;
    }

    private boolean isTold(Known known) {
        return known.position().publication().isPresent()
                && (known.position().isPublic()
                        || kinds().stream()
                                .anyMatch(known.head().terms().audience().kinds()::contains));
    }

    private Known get(String id) {
        return positions
                .register()
                .get(Ids.read(id).orElseThrow(() -> new Fault(PositionFault.UNKNOWN)));
    }

    /** How far a right reaches, for a search. */
    static Reach reach(Right right) {
        return Rights.current().reach(right).orElse(new Reach.Structures(Set.of()));
    }

    /** The person who looks. */
    UUID person() {
        return accounts.get(Actor.self()).owner().person();
    }

    /** All accounts that whoever looks ever had. */
    List<UUID> accounts() {
        return accounts.ofSamePerson(Actor.self());
    }

    /** The kinds of the structures in which whoever looks holds a function today. */
    Set<StructureKind> kinds() {
        LocalDate today = today();
        return Set.copyOf(
                incumbencies.ofPerson(person()).stream()
                        .filter(each -> each.holds(today))
                        .map(Incumbency::position)
                        .map(offices::get)
                        .map(each -> structures.get(each.structure()).details().kind())
                        .distinct()
                        .toList());
    }

    /** The country's day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** In which the country's hours are. */
    ZoneId zone() {
        return zone;
    }

    /** What a position says. */
    Sheets.Content content(OfficialPosition.Head head) {
        PositionTerms terms = head.terms();
        return new Sheets.Content(
                "positions.kind." + terms.kind().code(),
                head.names().structure(),
                terms.french(),
                terms.english(),
                terms.audience().kinds().stream()
                        .sorted()
                        .map(
                                kind ->
                                        "positions.audience."
                                                + kind.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'))
                        .toList(),
                terms.matter(),
                terms.embargo(),
                terms.from(),
                terms.last(),
                terms.supersedes().map(this::other));
    }

    /** A page about a position. */
    Sheets.One one(Known known, List<Deed> deeds, Above home) {
        OfficialPosition position = known.position();
        return new Sheets.One(
                PositionNames.of(position),
                Sheets.tag(state(known)),
                content(known.head()),
                PositionNames.code(known.head()),
                position instanceof OfficialPosition.Replaced replaced
                        ? Optional.of(other(replaced.by()))
                        : Optional.empty(),
                position.isPublic()
                        ? position.publication().map(each -> "/positions/" + each.number())
                        : Optional.empty(),
                deeds,
                history(known),
                home);
    }

    private static String state(Known known) {
        return known.position() instanceof OfficialPosition.InForce && !known.holds()
                ? "lapsed"
                : known.position().code();
    }

    private Sheets.Other other(UUID id) {
        Known known = positions.register().get(id);
        boolean reached =
                Rights.current().hold(Right.READ_MANDATES, known.head().terms().structure());
        return new Sheets.Other(
                PositionNames.of(known.position()),
                known.head().terms().french().subject(),
                Sheets.tag(state(known)),
                reached
                        ? PositionConsolePages.PATH + "/" + id
                        : known.position().isPublic()
                                ? "/positions/"
                                        + known.position().publication().orElseThrow().number()
                                : "");
    }

    /** Who wrote it, looked at it and took it back is for officers: others see who signed. */
    private List<Sheets.Happened> history(Known known) {
        boolean officer =
                Rights.current().hold(Right.READ_MANDATES, known.head().terms().structure());
        List<Sheets.Happened> history = new ArrayList<>();
        if (officer) {
            history.add(
                    new Sheets.Happened(
                            "positions.event.drafted",
                            known.head().draftedAt(),
                            account(known.head().draftedBy()),
                            "",
                            ""));
        }
        for (PositionEvent event : known.history().events()) {
            if (officer || !isInternal(event)) {
                history.add(happened(event, officer));
            }
        }
        return history;
    }

    private static boolean isInternal(PositionEvent event) {
        return switch (event) {
            case PositionEvent.Validated _ -> true;
            case PositionEvent.Signed _,
                    PositionEvent.Published _,
                    PositionEvent.Replaced _,
                    PositionEvent.Withdrawn _ ->
                    false;
        };
    }

    private Sheets.Happened happened(PositionEvent event, boolean officer) {
        return switch (event) {
            case PositionEvent.Validated validated ->
                    new Sheets.Happened(
                            "positions.event.validated",
                            validated.at(),
                            account(validated.account()),
                            "",
                            "");
            case PositionEvent.Signed signed ->
                    new Sheets.Happened(
                            "positions.event.signed",
                            signed.at(),
                            signed.signer(),
                            signed.function(),
                            "");
            case PositionEvent.Published published ->
                    new Sheets.Happened(
                            "positions.event.published",
                            published.at(),
                            Long.toString(published.leaf()),
                            "",
                            "");
            case PositionEvent.Replaced replaced ->
                    new Sheets.Happened(
                            "positions.event.replaced",
                            replaced.at(),
                            PositionNames.of(positions.register().get(replaced.by()).position()),
                            "",
                            "");
            case PositionEvent.Withdrawn withdrawn ->
                    new Sheets.Happened(
                            officer ? "positions.event.withdrawn" : "positions.state.withdrawn",
                            withdrawn.at(),
                            officer ? withdrawn.account().map(this::account).orElse("") : "",
                            "",
                            withdrawn.reason());
        };
    }

    private String account(UUID account) {
        return accounts.find(account)
                .map(found -> found.owner().name())
                .orElseGet(account::toString);
    }

    /** What stands for a content that somebody sees, until they confirm it. */
    static String seen(byte[] statement) {
        return HexFormat.of().formatHex(Sha256.of(statement));
    }

    /**
     * Faults where a content isn't the one that somebody saw.
     *
     * @throws Fault {@link MandateFault#STALE}
     */
    static byte[] asSeen(byte[] statement, String seen) {
        if (!seen(statement).equals(seen)) {
            throw new Fault(MandateFault.STALE);
        }
        return statement;
    }

    static String text(byte[] statement) {
        return new String(statement, StandardCharsets.UTF_8);
    }

    /** What a field sent; empty where it sent nothing. */
    static String sent(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}
