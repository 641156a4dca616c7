package org.danaya.mandates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.danaya.app.TestPlatform;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.people.Incumbencies;
import org.danaya.people.Person;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.danaya.people.Position;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.TestPeople;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.AssertionOutcome;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mandates in force on the platform that all tests share, of an invented ministry; in place of
 * passkeys this kit says yes.
 */
public final class PlatformMandates {

    private static final long POLL_NANOS = 5_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public final Mandates mandates;
    public final Structure ministry;
    private final Person minister;
    private final Grantor office;
    private final Map<UUID, UUID> accounts = new HashMap<>();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private byte[] confirmed = {};

    /**
     * @param identifier of the ministry that is made
     * @param acronym of it
     */
    public PlatformMandates(String identifier, String acronym) {
        Positions positions = TestPlatform.bean(Positions.class);
        Incumbencies incumbencies = TestPlatform.bean(Incumbencies.class);
        mandates =
                Mandates.on(
                        TestPlatform.bean(JdbcClient.class),
                        TestPlatform.bean(Leaves.class),
                        TestPlatform.bean(TransactionTemplate.class),
                        _ -> {},
                        this::answer,
                        account -> accounts.computeIfAbsent(account, _ -> UUID.randomUUID()),
                        new Drafts.People(
                                TestPlatform.bean(Structures.class),
                                TestPlatform.bean(Persons.class),
                                positions,
                                incumbencies),
                        new Ids(Clock.systemUTC(), new SecureRandom()),
                        new SecureRandom(),
                        new Days(Clock.systemUTC(), ZoneOffset.UTC));
        ministry = structure(identifier, acronym);
        minister = person("Exemple", "MANDANT " + acronym);
        Position position =
                ((PositionOutcome.Recorded)
                                positions.create(
                                        ministry.id(),
                                        new Positions.Draft("Ministre", "", "", "", "")))
                        .position();
        TestPeople.recorded(
                incumbencies.appoint(
                        TestPeople.appointment(position.id(), minister.id(), "2025-01-01", "")));
        Office proposed =
                mandates.offices()
                        .propose(
                                UUID.randomUUID(),
                                new Offices.Wish(
                                        position.id(),
                                        Powers.ALL,
                                        Scope.OPEN,
                                        new Period(today.minusYears(1), today.plusYears(3)),
                                        2,
                                        "Décret (exemple)"));
        confirmed = mandates.offices().statement(proposed);
        office =
                new Grantor.OfOffice(
                        mandates.offices().record(proposed.id(), UUID.randomUUID(), "", "").id());
    }

    private static Structure structure(String identifier, String acronym) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, identifier);
        typed.put(StructureField.KIND, "ministere");
        typed.put(StructureField.NAME_FR, "Ministère d’exemple " + acronym);
        typed.put(StructureField.ACRONYM, acronym);
        return ((StructureOutcome.Recorded)
                        TestPlatform.bean(Structures.class).create(new StructureDraft(typed)))
                .structure();
    }

    /** An invented person. */
    public Person person(String givenNames, String familyName) {
        return ((PersonOutcome.Recorded)
                        TestPlatform.bean(Persons.class).register(givenNames, familyName, true))
                .person();
    }

    /** The terms of a year from today. */
    public Terms terms(Person holder, Scope scope, Power... powers) {
        return new Terms(
                MandateKind.MANDATE,
                ministry.id(),
                office,
                holder.id(),
                Optional.empty(),
                Powers.of(powers),
                scope,
                new Period(today, today.plusYears(1)),
                0,
                "Décision (exemple)",
                Optional.empty(),
                Optional.empty());
    }

    /** A draft. */
    public Mandate.Head drafted(Terms terms) {
        return ((DraftOutcome.Drafted)
                        mandates.drafts()
                                .draft(
                                        UUID.randomUUID(),
                                        new Drafts.Wish(
                                                terms, "Conseillère (exemple)", Optional.empty())))
                .head();
    }

    /** Mandates that are in force. */
    public List<Mandate.Head> inForce(Terms... terms) {
        List<Mandate.Head> heads = Arrays.stream(terms).map(this::drafted).toList();
        confirmed = Approvals.statement(heads);
        mandates.approvals().approve(UUID.randomUUID(), heads, "", "");
        UUID account = UUID.randomUUID();
        accounts.put(account, minister.id());
        confirmed = Signatures.statement(heads);
        mandates.signatures().sign(account, heads, "", "");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!heads.stream().allMatch(this::isInForce)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not in force");
            }
            mandates.signatures().takeEffect();
            LockSupport.parkNanos(POLL_NANOS);
        }
        return heads;
    }

    private boolean isInForce(Mandate.Head head) {
        return mandates.register().get(head.id()).mandate() instanceof Mandate.InForce;
    }

    private AssertionOutcome answer(
            UUID account, String what, byte[] content, String challenge, String credential) {
        if (!Arrays.equals(content, confirmed)) {
            return new AssertionOutcome.Refused(AssertionOutcome.Reason.OTHER_CONTENT);
        }
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
                        Instant.now()));
    }
}
