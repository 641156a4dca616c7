package org.danaya.mandates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Ids;
import org.danaya.log.TestLeaves;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.Position;
import org.danaya.people.Structure;
import org.danaya.people.TestPeople;
import org.danaya.signin.AssertionOutcome;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;

/** The register on a database of its own, with a ministry, its minister and three others. */
public final class TestMandates {

    public static final LocalDate TODAY = TestPeople.TODAY;

    public final TestPeople people = new TestPeople();
    public final Mandates mandates;
    public final Structure ministry;
    public final Position minister;
    public final Person grantor;
    public final Person holder;
    public final Person second;
    public final Person third;
    public final Incumbency incumbency;

    /** By account, the person. */
    private final Map<UUID, UUID> accounts = new HashMap<>();

    /** What the next passkey confirms: nothing else is. */
    public byte[] confirmed = {};

    public final TestClock clock = new TestClock(people.clock.instant());

    public TestMandates() {
        mandates =
                Mandates.on(
                        people.jdbc,
                        TestLeaves.on(people.jdbc),
                        people.transactions,
                        people.told::add,
                        this::answer,
                        this::personOf,
                        new Drafts.People(
                                people.structures,
                                people.persons,
                                people.positions,
                                people.incumbencies),
                        new Ids(Clock.systemUTC(), new SecureRandom()),
                        new SecureRandom(),
                        new Days(clock, ZoneOffset.UTC));
        ministry = people.create("ministere-exemple", "Ministère (exemple)");
        minister = people.position(ministry, "Ministre");
        grantor = people.person("Exemple", "Mandant");
        holder = people.person("Exemple", "Mandataire");
        second = people.person("Exemple", "Deuxième");
        third = people.person("Exemple", "Troisième");
        incumbency =
                TestPeople.recorded(
                        people.incumbencies.appoint(
                                TestPeople.appointment(
                                        minister.id(), grantor.id(), "2025-01-01", "")));
    }

    /** A clock that tests move. */
    public static final class TestClock extends Clock {

        private Instant now;

        TestClock(Instant now) {
            this.now = now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** An account of a person. */
    public UUID account(Person person) {
        UUID account = UUID.randomUUID();
        accounts.put(account, person.id());
        return account;
    }

    /** The person of an account; somebody new where it is nobody's yet. */
    public UUID personOf(UUID account) {
        return accounts.computeIfAbsent(account, _ -> UUID.randomUUID());
    }

    /** An account of somebody who is nobody's grantor. */
    public UUID officer() {
        return UUID.randomUUID();
    }

    /** The minister's office, recorded by two, with every power until 2030. */
    public Office office(int depth) {
        return office(Powers.ALL, Scope.OPEN, depth);
    }

    public Office office(Powers powers, Scope scope, int depth) {
        Office office =
                mandates.offices()
                        .propose(
                                officer(),
                                new Offices.Wish(
                                        minister.id(),
                                        powers,
                                        scope,
                                        new Period(
                                                LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1)),
                                        depth,
                                        "Décret (exemple)"));
        confirmed = mandates.offices().statement(office);
        return mandates.offices().record(office.id(), officer(), "", "");
    }

    /** Terms of a year from today. */
    public Terms terms(Grantor grantor, Person holder, int depth, Power... powers) {
        return new Terms(
                MandateKind.MANDATE,
                ministry.id(),
                grantor,
                holder.id(),
                Optional.empty(),
                Powers.of(powers),
                Scope.OPEN,
                new Period(TODAY, TODAY.plusYears(1)),
                depth,
                "Décision (exemple)",
                Optional.empty(),
                Optional.empty());
    }

    /** A draft of these terms. */
    public Mandate.Head drafted(Terms terms) {
        DraftOutcome outcome =
                mandates.drafts()
                        .draft(
                                officer(),
                                new Drafts.Wish(terms, "Conseiller (exemple)", Optional.empty()));
        if (outcome instanceof DraftOutcome.Drafted(Mandate.Head head)) {
            return head;
        }
        throw new AssertionError(outcome);
    }

    /** A mandate in force, signed by a person. */
    public Mandate.Head inForce(Person signer, Terms terms) {
        Mandate.Head head = drafted(terms);
        approve(head);
        sign(signer, head);
        TestLeaves.place(people.jdbc);
        mandates.signatures().takeEffect();
        return head;
    }

    public void approve(Mandate.Head head) {
        approve(List.of(head));
    }

    public void approve(List<Mandate.Head> heads) {
        confirmed = Approvals.statement(heads);
        mandates.approvals().approve(officer(), heads, "", "");
    }

    public void sign(Person signer, Mandate.Head head) {
        sign(signer, List.of(head));
    }

    public void sign(Person signer, List<Mandate.Head> heads) {
        confirmed = Signatures.statement(heads);
        mandates.signatures().sign(account(signer), heads, "", "");
    }

    /** As a passkey would. */
    public AssertionOutcome answer(
            UUID account, String what, byte[] content, String challenge, String credential) {
        if (!Arrays.equals(content, confirmed)) {
            return new AssertionOutcome.Refused(AssertionOutcome.Reason.OTHER_CONTENT);
        }
        return confirmed(account, clock.instant());
    }

    /** What a passkey that says yes gives. */
    public static AssertionOutcome confirmed(UUID account, Instant at) {
        byte[] none = {};
        return new AssertionOutcome.Confirmed(
                new AssertionOutcome.Evidence(
                        UUID.randomUUID(), account, none, none, none, none, none, none, none, at));
    }
}
