package org.danaya.mandates.position;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.danaya.app.TestPlatform;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.mandates.Days;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.DraftOutcome;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Period;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.TestMandates;
import org.danaya.people.Incumbencies;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Positions on the running platform, whose log puts them in force; passkeys confirm all. */
public final class PlatformPositions {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public final DelegationMandates mandates;
    public final OfficialPositions positions;

    private final Map<UUID, UUID> accounts = new HashMap<>();
    private final Person author = person("Autrice");

    /**
     * A structure of its own with a minister who may do all.
     *
     * @param name unique among the tests: of the structure
     */
    public PlatformPositions(String name) {
        mandates = new DelegationMandates(name);
        positions =
                OfficialPositions.on(
                        TestPlatform.bean(JdbcClient.class),
                        mandates.mandates,
                        new OfficialPositions.Organisation(
                                TestPlatform.bean(Structures.class),
                                TestPlatform.bean(Positions.class),
                                TestPlatform.bean(Incumbencies.class),
                                "ML"),
                        (account, _, _, _, _) ->
                                TestMandates.confirmed(account, Clock.systemUTC().instant()),
                        new PositionDecisions.People(
                                account -> accounts.getOrDefault(account, author.id()),
                                person -> TestPlatform.bean(Persons.class).get(person).name()),
                        TestPlatform.bean(Leaves.class),
                        TestPlatform.bean(TransactionTemplate.class),
                        this::tell,
                        TestPlatform.bean(Ids.class),
                        new SecureRandom(),
                        new Days(Clock.systemUTC(), ZoneId.of("Africa/Bamako")));
    }

    private static Person person(String name) {
        return org.danaya.people.TestPersons.registered(TestPlatform.bean(Persons.class), name);
    }

    private void tell(Object news) {
        TestPlatform.bean(ApplicationEventMulticaster.class)
                .multicastEvent(new PayloadApplicationEvent<>(this, news));
    }

    /** What a position of today says. */
    public PositionTerms terms(Wording french, Optional<Wording> english) {
        return new PositionTerms(
                PositionKind.POSITION,
                mandates.structure,
                french,
                english,
                new Audience.Everybody(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.now(ZoneId.of("Africa/Bamako")),
                Optional.empty(),
                Optional.empty());
    }

    /** Drafted, validated and signed by the minister. */
    public OfficialPosition.Head signed(PositionTerms terms) {
        if (!(positions.drafts().draft(UUID.randomUUID(), terms)
                instanceof PositionOutcome.Drafted(OfficialPosition.Head head))) {
            throw new AssertionError();
        }
        UUID other = UUID.randomUUID();
        accounts.put(other, UUID.randomUUID());
        positions.decisions().validate(other, head, "", "");
        UUID minister = UUID.randomUUID();
        accounts.put(minister, mandates.grantor.id());
        positions.decisions().sign(minister, head, "", "");
        return head;
    }

    /** The same, and in force. */
    public OfficialPosition inForce(PositionTerms terms) {
        OfficialPosition.Head head = signed(terms);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (positions.register().get(head.id()).position().publication().isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not in force");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return positions.register().get(head.id()).position();
    }

    /** A spokesperson whose mandate is in force. */
    public Mandate.Head spokesperson(Person person, Scope scope) {
        DraftOutcome outcome =
                mandates.mandates
                        .drafts()
                        .draft(
                                UUID.randomUUID(),
                                new Drafts.Wish(
                                        new Terms(
                                                MandateKind.SPOKESPERSON,
                                                mandates.structure,
                                                new Grantor.OfOffice(mandates.office.id()),
                                                person.id(),
                                                Optional.empty(),
                                                Powers.of(Power.SPEAK),
                                                scope,
                                                new Period(
                                                        DelegationMandates.today(),
                                                        DelegationMandates.today().plusMonths(6)),
                                                0,
                                                "Décision (exemple)",
                                                Optional.empty(),
                                                Optional.empty()),
                                        "Conseillère en communication (exemple)",
                                        Optional.empty()));
        if (!(outcome instanceof DraftOutcome.Drafted(Mandate.Head head))) {
            throw new AssertionError(outcome);
        }
        mandates.sign(List.of(head));
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!(mandates.mandates.register().get(head.id()).mandate()
                instanceof Mandate.InForce)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not in force");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return head;
    }
}
