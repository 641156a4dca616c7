package org.danaya.mandates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.DelegationOutcome;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.mandates.delegation.Occasion;
import org.danaya.people.Incumbencies;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.people.TestPersons;
import org.danaya.signin.AssertionOutcome;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mandates on the running platform, whose log puts them in force; passkeys confirm all. */
public final class DelegationMandates {

    public final Mandates mandates;
    public final UUID structure;
    public final Person grantor;
    public final Office office;

    private final Persons persons = TestPlatform.bean(Persons.class);
    private final JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);
    private final Map<UUID, UUID> accounts = new HashMap<>();

    /**
     * A structure of its own with an office of every power.
     *
     * @param name unique among the tests: of the structure and of the grantor
     */
    public DelegationMandates(String name) {
        mandates =
                Mandates.on(
                        jdbc,
                        TestPlatform.bean(Leaves.class),
                        TestPlatform.bean(TransactionTemplate.class),
                        this::tell,
                        DelegationMandates::confirmed,
                        account -> accounts.computeIfAbsent(account, _ -> UUID.randomUUID()),
                        new Drafts.People(
                                TestPlatform.bean(Structures.class),
                                persons,
                                TestPlatform.bean(Positions.class),
                                TestPlatform.bean(Incumbencies.class)),
                        TestPlatform.bean(Ids.class),
                        new SecureRandom(),
                        new Days(Clock.systemUTC(), ZoneId.of("Africa/Bamako")));
        structure = TestPersons.structure(jdbc, name, Optional.empty());
        grantor = person("Mandant " + name);
        office = recorded(appointed());
    }

    /** Registers an invented person. */
    public Person person(String familyName) {
        return TestPersons.registered(persons, familyName);
    }

    /** The day here. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Africa/Bamako"));
    }

    /** Constitutes a delegation of one person, its head, to an invented event; to be approved. */
    public Delegation alone(Person head, String event, Period days) {
        DelegationOutcome outcome =
                TestPlatform.bean(Delegations.class)
                        .constitute(
                                UUID.randomUUID(),
                                new Delegations.Wish(
                                        structure,
                                        new Grantor.OfOffice(office.id()),
                                        new Occasion(
                                                event,
                                                Optional.empty(),
                                                Optional.empty(),
                                                "Dakar",
                                                "SN",
                                                days,
                                                List.of("fr")),
                                        "Ordre de mission (exemple)",
                                        List.of(
                                                new Delegations.Member(
                                                        head.id(),
                                                        "Ingénieure (exemple)",
                                                        structure,
                                                        Optional.empty(),
                                                        true,
                                                        Powers.of(Power.REPRESENT))),
                                        true));
        if (!(outcome instanceof DelegationOutcome.Constituted(Delegation delegation))) {
            throw new AssertionError(outcome);
        }
        return delegation;
    }

    /** Approves and signs; the log puts them in force within seconds. */
    public void sign(List<Mandate.Head> heads) {
        mandates.approvals().approve(UUID.randomUUID(), heads, "", "");
        UUID account = UUID.randomUUID();
        accounts.put(account, grantor.id());
        mandates.signatures().sign(account, heads, "", "");
    }

    private void tell(Object news) {
        TestPlatform.bean(ApplicationEventMulticaster.class)
                .multicastEvent(new PayloadApplicationEvent<>(this, news));
    }

    private UUID appointed() {
        Positions positions = TestPlatform.bean(Positions.class);
        if (!(positions.create(structure, new Positions.Draft("Ministre", "", "", "", ""))
                instanceof PositionOutcome.Recorded(var position))) {
            throw new AssertionError("no position");
        }
        IncumbencyOutcome outcome =
                TestPlatform.bean(Incumbencies.class)
                        .appoint(
                                new Incumbencies.Appointment(
                                        position.id(),
                                        grantor.id(),
                                        false,
                                        "masculine",
                                        "2025-01-01",
                                        "",
                                        "Décret (exemple)",
                                        false));
        if (!(outcome instanceof IncumbencyOutcome.Recorded)) {
            throw new AssertionError(outcome);
        }
        return position.id();
    }

    private Office recorded(UUID position) {
        Office proposed =
                mandates.offices()
                        .propose(
                                UUID.randomUUID(),
                                new Offices.Wish(
                                        position,
                                        Powers.ALL,
                                        Scope.OPEN,
                                        new Period(today().minusDays(1), today().plusYears(3)),
                                        2,
                                        "Décret (exemple)"));
        return mandates.offices().record(proposed.id(), UUID.randomUUID(), "", "");
    }

    private static AssertionOutcome confirmed(
            UUID account, String what, byte[] content, String challenge, String credential) {
        byte[] none = {};
        return new AssertionOutcome.Confirmed(
                new AssertionOutcome.Evidence(
                        UUID.randomUUID(),
                        account,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        Clock.systemUTC().instant()));
    }
}
