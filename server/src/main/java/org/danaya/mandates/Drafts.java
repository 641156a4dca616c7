package org.danaya.mandates;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.SearchText;
import org.danaya.page.Language;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Persons;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mandates until they are approved. For any number of threads. */
public final class Drafts {

    private static final long CODES = 1L << 50;

    private final MandateTable mandates;
    private final Register register;
    private final Granting granting;
    private final Recording recording;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final SecureRandom random;
    private final Days days;

    Drafts(
            JdbcClient jdbc,
            Register register,
            Granting granting,
            Recording recording,
            People people,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            SecureRandom random,
            Days days) {
        this.mandates = new MandateTable(jdbc);
        this.register = register;
        this.granting = granting;
        this.recording = recording;
        this.people = people;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.random = random;
        this.days = days;
    }

    /** Where names come from. */
    record People(
            Structures structures,
            Persons persons,
            Positions positions,
            Incumbencies incumbencies) {}

    /**
     * What somebody wants drafted.
     *
     * @param function the holder's function, where the mandate isn't held in a capacity; 1 to 200
     *     characters
     * @param home the holder's own structure; empty where it is the mandate's
     */
    public record Wish(Terms terms, String function, Optional<UUID> home) {}

    /** All that stands against a wish now; writes nothing. */
    public List<Objection> check(Wish wish) {
        return granting.objections(wish.terms(), granting.given(wish.terms().grantor()));
    }

    /**
     * Drafts a mandate.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}, {@link MandateFault#UNKNOWN}, {@link
     *     MandateFault#NOT_REPLACEABLE}, and those of people and structures
     */
    public DraftOutcome draft(UUID account, Wish wish) {
        List<Objection> objections = check(wish);
        if (!objections.isEmpty()) {
            return new DraftOutcome.Refused(objections);
        }
        granting.needReplaceable(wish.terms());
        return Objects.requireNonNull(
                transaction.execute(_ -> new DraftOutcome.Drafted(drafted(account, wish))));
    }

    /**
     * Changes a draft; whoever does is then its author, who can't approve it.
     *
     * @param version the one that the change began from
     * @throws Fault {@link MandateFault#STALE} and those of {@link #draft}
     */
    public DraftOutcome change(UUID id, UUID account, int version, Wish wish) {
        List<Objection> objections = check(wish);
        if (!objections.isEmpty()) {
            return new DraftOutcome.Refused(objections);
        }
        granting.needReplaceable(wish.terms());
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Names names = names(wish);
                            if (!mandates.rewrite(
                                    id,
                                    version,
                                    wish.terms(),
                                    names,
                                    home(wish),
                                    search(names),
                                    account)) {
                                throw new Fault(MandateFault.STALE);
                            }
                            news.publishEvent(
                                    Act.done(
                                            MandateAct.CHANGED,
                                            "mandate:" + id,
                                            Map.of("version", Integer.toString(version + 1))));
                            return new DraftOutcome.Drafted(mandates.find(id).orElseThrow().head());
                        }));
    }

    /** The version of a draft, for {@link #change}. */
    public int version(UUID id) {
        return register.version(id);
    }

    /** The holder's own structure, for {@link #change} and for what replaces a mandate. */
    public Optional<UUID> home(UUID id) {
        return mandates.home(id);
    }

    /**
     * Gives up a mandate that nobody signed.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public void withdraw(UUID id, UUID account, String reason) {
        transaction.executeWithoutResult(
                _ -> {
                    Recording.Locked locked = recording.lock(id);
                    switch (locked.mandate()) {
                        case Mandate.Draft _, Mandate.Approved _ ->
                                recording.append(
                                        locked,
                                        new MandateEvent.Withdrawn(
                                                locked.now(), Optional.of(account), reason),
                                        MandateAct.WITHDRAWN,
                                        Map.of("reason", reason));
                        case Mandate.Signed _,
                                Mandate.InForce _,
                                Mandate.Suspended _,
                                Mandate.Revoked _,
                                Mandate.Replaced _,
                                Mandate.Expired _,
                                Mandate.Withdrawn _ ->
                                throw locked.wrongState();
                    }
                });
    }

    /**
     * Gives up a draft that nobody approved.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public void refuse(UUID id, UUID account, String reason) {
        transaction.executeWithoutResult(
                _ -> {
                    Recording.Locked locked = recording.lock(id);
                    if (!(locked.mandate() instanceof Mandate.Draft)) {
                        throw locked.wrongState();
                    }
                    withdraw(id, account, reason);
                });
    }

    private Mandate.Head drafted(UUID account, Wish wish) {
        UUID id = ids.next();
        Instant now = days.now();
        Names names = names(wish);
        String code = ShortCode.of(random.nextLong(CODES)).data();
        long number =
                mandates.insert(
                        new MandateTable.New(
                                id,
                                code,
                                wish.terms(),
                                names,
                                home(wish),
                                search(names),
                                account,
                                now));
        news.publishEvent(
                Act.done(
                        MandateAct.DRAFTED,
                        "mandate:" + id,
                        Map.of(
                                "number", Long.toString(number),
                                "structure", wish.terms().structure().toString(),
                                "kind", wish.terms().kind().code())));
        return new Mandate.Head(id, number, code, wish.terms(), names, account, now);
    }

    /**
     * What a mandate of this wish would call those whom it is about.
     *
     * @throws Fault those of people and structures
     */
    public Names names(Wish wish) {
        Terms terms = wish.terms();
        Structure structure = people.structures().get(terms.structure());
        Optional<Incumbency> capacity = terms.capacity().map(people.incumbencies()::get);
        Optional<Position> position = capacity.map(each -> people.positions().get(each.position()));
        String function =
                capacity.flatMap(
                                each ->
                                        position.map(
                                                held -> held.title(Language.FRENCH, each.form())))
                        .orElse(wish.function());
        String home =
                position.map(Position::structure)
                        .or(wish::home)
                        .map(people.structures()::get)
                        .orElse(structure)
                        .name(Language.FRENCH);
        return new Names(
                people.persons().get(terms.person()).name(),
                function,
                home,
                structure.name(Language.FRENCH),
                structure.identifier(),
                structure.shortName(Language.FRENCH),
                grantor(terms.grantor()));
    }

    private String grantor(Grantor grantor) {
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> {
                Position position = people.positions().get(granting.office(id).position());
                yield position.title(Language.FRENCH);
            }
            case Grantor.OfMandate(UUID id) -> {
                Names names = register.get(id).head().names();
                yield names.holder() + ", " + names.function();
            }
        };
    }

    /** Only where no position tells it, and it is another. */
    private static Optional<UUID> home(Wish wish) {
        return wish.terms().capacity().isPresent()
                ? Optional.empty()
                : wish.home().filter(home -> !home.equals(wish.terms().structure()));
    }

    private static String search(Names names) {
        return SearchText.of(
                names.holder(), names.function(), names.home(), names.structure(), names.brief());
    }
}
