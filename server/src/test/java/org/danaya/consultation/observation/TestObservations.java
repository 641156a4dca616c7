package org.danaya.consultation.observation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Ids;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TestTexts;
import org.danaya.consultation.TextVersion;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.TestMandates;
import org.danaya.people.Person;
import org.danaya.people.Structure;
import org.springframework.context.ApplicationEventPublisher;

/** A text in consultation, and a ministry that is asked, whose minister may hand in. */
public final class TestObservations {

    public static final List<List<String>> ARTICLES =
            List.of(
                    List.of("La présente stratégie protège le cyberespace national."),
                    List.of(
                            "Un incident est signalé dans un délai de trente jours.",
                            "Le signalement est gratuit."),
                    List.of("Les opérateurs déclarent leurs prestataires."));

    public final TestMandates kit = new TestMandates();
    public final TestTexts texts =
            new TestTexts(
                    kit.people.jdbc,
                    TestLeaves.on(kit.people.jdbc),
                    kit.people.transactions,
                    kit.people.told::add,
                    kit.clock);
    public final Observations observations = on(kit.people.told::add);
    public final UUID minister = kit.account(kit.grantor);
    public final Structure agency = kit.people.create("agence-exemple", "Agence (exemple)");
    public final Dossier dossier =
            texts.dossier(
                    "strategie",
                    new Dossier.Lead(agency.id(), "Agence (exemple)", agency.identifier()));
    public final TextVersion version =
            texts.at(Stage.IN_CONSULTATION, dossier, TestTexts.akn(ARTICLES));

    /** The same, where telling of an act fails. */
    public Observations failingAt(ObservationAct act) {
        return on(
                news -> {
                    if (news instanceof Act told && told.type() == act) {
                        throw new IllegalStateException("broken at " + act.code());
                    }
                });
    }

    private Observations on(ApplicationEventPublisher news) {
        return Observations.on(
                kit.people.jdbc,
                texts.register,
                people(),
                TestLeaves.on(kit.people.jdbc),
                kit.people.transactions,
                news,
                new Ids(Clock.systemUTC(), new SecureRandom()),
                texts.calendar);
    }

    private Submission.People people() {
        return new Submission.People(
                kit::personOf,
                person -> kit.people.persons.find(person).map(Person::name).orElse("?"),
                kit.mandates.bases(),
                kit::answer);
    }

    public Referral.Structure ministry() {
        return new Referral.Structure(
                kit.ministry.id(), "Ministère (exemple)", kit.ministry.identifier());
    }

    /** The ministry is asked until so many days from now. */
    public Referral asked(int days) {
        return observations
                .referrals()
                .ask(UUID.randomUUID(), version.id(), List.of(ministry()), in(days))
                .asked()
                .getFirst();
    }

    public Instant in(int days) {
        return kit.clock.instant().plus(Duration.ofDays(days));
    }

    public static Observation.Said said(String comment, Anchor anchor) {
        return new Observation.Said(
                ObservationKind.TECHNICAL,
                anchor,
                false,
                Optional.of(new Observation.Words(comment, Optional.empty(), Optional.empty())));
    }

    public static Observation.Said secret(String comment) {
        return new Observation.Said(
                ObservationKind.GENERAL,
                new Anchor.Whole(),
                true,
                Optional.of(
                        new Observation.Words(comment, Optional.of("Secret"), Optional.empty())));
    }

    public Observation.Draft written(Referral referral, String comment) {
        return observations
                .drafts()
                .write(UUID.randomUUID(), referral.id(), said(comment, new Anchor.Whole()));
    }

    /** Handed in by an account, which confirms what is shown to it. */
    public Batch submit(UUID account, Referral referral) {
        return submit(observations, account, referral);
    }

    public Batch submit(Observations with, UUID account, Referral referral) {
        byte[] statement = with.submission().prepare(account, referral.id()).statement();
        kit.confirmed = statement;
        return with.submission().submit(account, referral.id(), statement, "", "");
    }

    public Batch nothing(UUID account, Referral referral) {
        byte[] statement = observations.submission().prepare(account, referral.id()).statement();
        kit.confirmed = statement;
        return observations.submission().nothing(account, referral.id(), statement, "", "");
    }

    /** Words of a line of an article, from 1. */
    public Anchor.OnSpan span(String quote) {
        return Passages.find(Parts.of(texts.register.text(version).flow()), "", quote, "", "")
                .orElseThrow();
    }
}
