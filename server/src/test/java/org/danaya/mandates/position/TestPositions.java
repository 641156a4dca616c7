package org.danaya.mandates.position;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Ids;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.Assertions;
import org.danaya.mandates.Days;
import org.danaya.mandates.TestMandates;
import org.danaya.people.Person;
import org.danaya.verify.mandate.Power;
import org.springframework.context.ApplicationEventPublisher;

/** Official positions on a database of their own, of a ministry whose minister may do all. */
public final class TestPositions {

    public static final LocalDate TODAY = TestMandates.TODAY;

    public final TestMandates kit = new TestMandates();
    public final OfficialPositions positions = on(kit::answer);
    public final UUID office = kit.office(2).id();
    public final UUID minister = kit.account(kit.grantor);

    private OfficialPositions on(Assertions assertions) {
        return on(assertions, kit.people.told::add);
    }

    /** The same, where telling of an act fails. */
    public OfficialPositions failingAt(PositionAct act) {
        return on(
                kit::answer,
                news -> {
                    if (news instanceof Act told && told.type() == act) {
                        throw new IllegalStateException("broken at " + act.code());
                    }
                });
    }

    private OfficialPositions on(Assertions assertions, ApplicationEventPublisher news) {
        return OfficialPositions.on(
                kit.people.jdbc,
                kit.mandates,
                new OfficialPositions.Organisation(
                        kit.people.structures, kit.people.positions, kit.people.incumbencies, "ML"),
                assertions,
                new PositionDecisions.People(kit::personOf, this::name),
                TestLeaves.on(kit.people.jdbc),
                kit.people.transactions,
                news,
                new Ids(Clock.systemUTC(), new SecureRandom()),
                new SecureRandom(),
                new Days(kit.clock, ZoneOffset.UTC));
    }

    /** The same with a passkey that confirms whatever it is asked. */
    public PositionDecisions yes() {
        return on((account, _, _, _, _) -> TestMandates.confirmed(account, kit.clock.instant()))
                .decisions();
    }

    private String name(UUID person) {
        return kit.people.persons.find(person).map(Person::name).orElse("?");
    }

    /** What a position of today says, told to everybody. */
    public PositionTerms terms(String subject, String text) {
        return new PositionTerms(
                PositionKind.POSITION,
                kit.ministry.id(),
                new Wording(subject, text),
                Optional.empty(),
                new Audience.Everybody(),
                Optional.empty(),
                Optional.empty(),
                TODAY,
                Optional.empty(),
                Optional.empty());
    }

    /** The same under embargo. */
    public static PositionTerms until(PositionTerms terms, Instant embargo) {
        return new PositionTerms(
                terms.kind(),
                terms.structure(),
                terms.french(),
                terms.english(),
                terms.audience(),
                terms.matter(),
                Optional.of(embargo),
                terms.from(),
                terms.until(),
                terms.supersedes());
    }

    /** The same that takes the place of another. */
    public static PositionTerms superseding(PositionTerms terms, UUID old) {
        return new PositionTerms(
                terms.kind(),
                terms.structure(),
                terms.french(),
                terms.english(),
                terms.audience(),
                terms.matter(),
                terms.embargo(),
                terms.from(),
                terms.until(),
                Optional.of(old));
    }

    /** The same for an audience. */
    public static PositionTerms to(PositionTerms terms, Audience audience) {
        return new PositionTerms(
                terms.kind(),
                terms.structure(),
                terms.french(),
                terms.english(),
                audience,
                terms.matter(),
                terms.embargo(),
                terms.from(),
                terms.until(),
                terms.supersedes());
    }

    /** The same about a matter. */
    public static PositionTerms about(PositionTerms terms, String matter) {
        return new PositionTerms(
                terms.kind(),
                terms.structure(),
                terms.french(),
                terms.english(),
                terms.audience(),
                Optional.of(matter),
                terms.embargo(),
                terms.from(),
                terms.until(),
                terms.supersedes());
    }

    /** The same that ends before a day. */
    public static PositionTerms ending(PositionTerms terms, LocalDate until) {
        return new PositionTerms(
                terms.kind(),
                terms.structure(),
                terms.french(),
                terms.english(),
                terms.audience(),
                terms.matter(),
                terms.embargo(),
                terms.from(),
                Optional.of(until),
                terms.supersedes());
    }

    public OfficialPosition.Head drafted(PositionTerms terms) {
        return drafted(kit.officer(), terms);
    }

    public OfficialPosition.Head drafted(UUID account, PositionTerms terms) {
        PositionOutcome outcome = positions.drafts().draft(account, terms);
        if (outcome instanceof PositionOutcome.Drafted(OfficialPosition.Head head)) {
            return head;
        }
        throw new AssertionError(outcome);
    }

    public OfficialPosition validate(OfficialPosition.Head head) {
        kit.confirmed = PositionDecisions.validation(head);
        return positions.decisions().validate(kit.officer(), head, "", "");
    }

    public OfficialPosition sign(UUID account, OfficialPosition.Head head) {
        kit.confirmed = PositionDecisions.signature(head);
        return positions.decisions().sign(account, head, "", "");
    }

    /** Drafted, validated and signed by the minister. */
    public OfficialPosition.Head signed(PositionTerms terms) {
        OfficialPosition.Head head = drafted(terms);
        validate(head);
        sign(minister, head);
        return head;
    }

    /** The log goes on. */
    public void publish() {
        TestLeaves.place(kit.people.jdbc);
        positions.effects().takeEffect();
    }

    /** A position in force. */
    public OfficialPosition.Head inForce(PositionTerms terms) {
        OfficialPosition.Head head = signed(terms);
        publish();
        return head;
    }

    public OfficialPosition now(OfficialPosition.Head head) {
        return positions.register().get(head.id()).position();
    }

    /** An account of somebody who holds a mandate to speak. */
    public UUID speaker(org.danaya.mandates.Scope scope, Person person) {
        var terms =
                kit.terms(new org.danaya.mandates.Grantor.OfOffice(office), person, 0, Power.SPEAK);
        kit.inForce(
                kit.grantor,
                new org.danaya.mandates.Terms(
                        org.danaya.mandates.MandateKind.SPOKESPERSON,
                        terms.structure(),
                        terms.grantor(),
                        terms.person(),
                        terms.capacity(),
                        terms.powers(),
                        scope,
                        terms.period(),
                        terms.depth(),
                        terms.basis(),
                        terms.replaces(),
                        terms.group()));
        return kit.account(person);
    }

    /** The kinds that the log shows of the leaves of positions. */
    public java.util.List<String> leaves() {
        return kit.people
                .jdbc
                .sql(
                        """
                        select split_part(convert_from(entry, 'UTF8'), E'\\n', 2)
                        from log.leaf where reference like ?
                        """)
                .param(PositionRecording.REFERENCE + "%")
                .query(String.class)
                .list();
    }

    /** What the leaf of a position commits to. */
    public String content(OfficialPosition.Head head) {
        return kit.people
                .jdbc
                .sql("select convert_from(content, 'UTF8') from log.leaf where reference = ?")
                .param(PositionRecording.REFERENCE + head.id())
                .query(String.class)
                .single();
    }
}
