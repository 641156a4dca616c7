package org.danaya.mandates.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
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
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.page.PageSettings;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.springframework.stereotype.Component;

/** Who looks, what lies within their reach, and the country's day. */
@Component
public class Within {

    /** A place for the id of a mandate or an office in a path. */
    public static final String ID = "/{id:[0-9a-f-]{36}}";

    /** What a list never shows more of on a page about something else. */
    public static final int LISTED = 50;

    private final Mandates mandates;
    private final Accounts accounts;
    private final Incumbencies incumbencies;
    private final Clock clock;
    private final Settings settings;

    Within(
            Mandates mandates,
            Accounts accounts,
            Incumbencies incumbencies,
            Clock clock,
            Settings settings) {
        this.mandates = mandates;
        this.accounts = accounts;
        this.incumbencies = incumbencies;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A mandate.
     *
     * @throws Fault {@link MandateFault#UNKNOWN} where there is none, or the right doesn't reach it
     */
    public Known mandate(String id, Right right) {
        Known known = mandates.register().get(read(id, MandateFault.UNKNOWN));
        if (!Rights.current().hold(right, known.head().terms().structure())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return known;
    }

    /** A mandate that whoever looks holds, or may sign. */
    public Known own(String id) {
        Known known = mandates.register().get(read(id, MandateFault.UNKNOWN));
        if (!known.head().terms().person().equals(person())
                && !mandates.signatures().signsFor(Actor.self(), known.head().terms().grantor())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return known;
    }

    /**
     * An office.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}
     */
    public Office office(String id, Right right) {
        Office office = mandates.offices().get(read(id, MandateFault.UNKNOWN_OFFICE));
        if (!Rights.current().hold(right, office.structure())) {
            throw new Fault(MandateFault.UNKNOWN_OFFICE);
        }
        return office;
    }

    /** How far a right reaches, for a search. */
    public static Reach reach(Right right) {
        return Rights.current().reach(right).orElse(new Reach.Structures(Set.of()));
    }

    /** The person who looks. */
    public UUID person() {
        return accounts.get(Actor.self()).owner().person();
    }

    /** All accounts that whoever looks ever had. */
    List<UUID> accounts() {
        return accounts.ofSamePerson(Actor.self());
    }

    /** What the holder of an account is called. */
    public String account(UUID account) {
        return accounts.find(account)
                .map(found -> found.owner().name())
                .orElseGet(account::toString);
    }

    /** The offices that whoever looks signs for today. */
    public List<Office> ownOffices() {
        LocalDate today = today();
        return incumbencies.ofPerson(person()).stream()
                .filter(each -> each.holds(today))
                .map(Incumbency::position)
                .distinct()
                .flatMap(position -> mandates.offices().ofPosition(position).stream())
                .filter(mandates.offices()::counts)
                .toList();
    }

    /** The country's day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.get(PageSettings.TIME_ZONE));
    }

    /** What stands for a content that somebody sees, until they confirm it. */
    public static String seen(byte[] statement) {
        return HexFormat.of().formatHex(Sha256.of(statement));
    }

    /**
     * Faults where a content isn't the one that somebody saw.
     *
     * @throws Fault {@link MandateFault#STALE}
     */
    public static byte[] asSeen(byte[] statement, String seen) {
        if (!seen(statement).equals(seen)) {
            throw new Fault(MandateFault.STALE);
        }
        return statement;
    }

    /** A statement as it is read. */
    public static String text(byte[] statement) {
        return new String(statement, StandardCharsets.UTF_8);
    }

    /** What a field sent; empty where it sent nothing. */
    public static String one(Submission sent, String field) {
        return Optional.of(sent.values(field))
                .filter(values -> !values.isEmpty())
                .map(List::getFirst)
                .orElse("");
    }

    /**
     * An id that an address names.
     *
     * @throws Fault {@code otherwise}
     */
    public static UUID read(String id, MandateFault otherwise) {
        return Ids.read(id).orElseThrow(() -> new Fault(otherwise));
    }
}
