package org.danaya.consultation.observation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Ids;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TestTexts;
import org.danaya.consultation.TextVersion;
import org.danaya.log.Leaves;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.TestMandates;
import org.danaya.people.InWhoseName;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.TestPersons;
import org.danaya.verify.mandate.Power;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A text in consultation on the running platform, about which an invented ministry is asked;
 * passkeys confirm all that this kit hands in.
 */
public final class PlatformObservations {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    public final PlatformMandates mandates;
    public final UUID agency;
    public final Dossier dossier;
    public final TextVersion version;
    public final Referral referral;
    public final Observations observations;
    private final TestTexts texts =
            new TestTexts(
                    SQL,
                    TestPlatform.bean(Leaves.class),
                    TestPlatform.bean(TransactionTemplate.class),
                    _ -> {},
                    Clock.systemUTC());

    /**
     * A text of its own.
     *
     * @param name unique among the tests: of the ministry, of the text
     */
    public PlatformObservations(String name) {
        mandates = new PlatformMandates(name, name.toUpperCase(Locale.ROOT));
        agency = TestPersons.structure(SQL, name + "-agence", Optional.empty());
        dossier =
                texts.dossier(name, new Dossier.Lead(agency, "Agence (exemple)", name + "-agence"));
        version =
                texts.at(Stage.IN_CONSULTATION, dossier, TestTexts.akn(TestObservations.ARTICLES));
        observations =
                Observations.on(
                        SQL,
                        texts.register,
                        new Submission.People(
                                PlatformObservations::person,
                                id -> TestPlatform.bean(Persons.class).get(id).name(),
                                TestPlatform.bean(InWhoseName.class),
                                (account, _, _, _, _) ->
                                        TestMandates.confirmed(account, Instant.now())),
                        TestPlatform.bean(Leaves.class),
                        TestPlatform.bean(TransactionTemplate.class),
                        _ -> {},
                        new Ids(Clock.systemUTC(), new SecureRandom()),
                        texts.calendar);
        referral = asked(structure());
    }

    /** The ministry. */
    public Referral.Structure structure() {
        return new Referral.Structure(
                mandates.ministry.id(), "Ministère (exemple)", mandates.ministry.identifier());
    }

    /** A structure is asked until a fortnight from now. */
    public Referral asked(Referral.Structure structure) {
        return observations
                .referrals()
                .ask(
                        UUID.randomUUID(),
                        version.id(),
                        List.of(structure),
                        Instant.now().plus(Duration.ofDays(15)))
                .asked()
                .getFirst();
    }

    private static UUID person(UUID account) {
        return TestPlatform.bean(Accounts.class).get(account).owner().person();
    }

    /** Lets the person of an account hand in for the ministry. */
    public void mayHandIn(UUID account) {
        Person person = TestPlatform.bean(Persons.class).get(person(account));
        mandates.inForce(mandates.terms(person, Scope.OPEN, Power.SUBMIT_OBSERVATION));
    }

    /** Hands in, by somebody with a mandate. */
    public Batch submitted(Observation.Said... said) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        mayHandIn(account);
        for (Observation.Said each : said) {
            observations.drafts().write(account, referral.id(), each);
        }
        Submission submission = observations.submission();
        return submission.submit(
                account,
                referral.id(),
                submission.prepare(account, referral.id()).statement(),
                "",
                "");
    }
}
