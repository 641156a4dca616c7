package org.danaya.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.access.Invitations.Newcomer;
import org.danaya.base.Act;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.people.Persons;
import org.danaya.people.TestPersons;
import org.danaya.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and roles on a database of their own, with a clock that the test moves. */
public final class AccessKit {

    public final List<Object> news = new ArrayList<>();
    public final Accounts accounts;
    public final Invitations invitations;
    public final Roles roles;
    public final Resets resets;
    public final Persons persons;
    public final Secrets secrets;
    public final JdbcClient sql;
    public final TransactionTemplate transaction;
    public final Ids ids;
    public final Clock clock;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    public AccessKit() {
        var source = TestDatabase.freshSource();
        sql = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        clock = moved(() -> now);
        SecureRandom random = new SecureRandom();
        ids = new Ids(clock, random);
        secrets = Secrets.open(key(), random);
        Settings settings = Settings.of(AccessSettings.ALL, Map.of());
        AccountTable accountTable = new AccountTable(sql);
        InvitationTable invitationTable = new InvitationTable(sql);
        RoleTable roleTable = new RoleTable(sql);
        ProposalTable proposals = new ProposalTable(sql);
        ResetTable resetTable = new ResetTable(sql);
        persons = TestPersons.on(sql, clock, ids, transaction, news::add);
        accounts =
                new Accounts(
                        accountTable,
                        invitationTable,
                        roleTable,
                        proposals,
                        resetTable,
                        transaction,
                        news::add,
                        clock);
        invitations =
                new Invitations(
                        invitationTable,
                        accountTable,
                        persons,
                        roleTable,
                        secrets,
                        ids,
                        transaction,
                        news::add,
                        clock,
                        settings);
        roles =
                new Roles(
                        roleTable,
                        proposals,
                        accountTable,
                        TestPersons.subtrees(sql),
                        ids,
                        transaction,
                        news::add,
                        clock);
        resets =
                new Resets(
                        resetTable,
                        accountTable,
                        invitationTable,
                        roleTable,
                        ids,
                        transaction,
                        news::add,
                        clock);
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** The first administrator, enrolled. */
    public UUID administrator() {
        return invitations
                .accept(
                        invitations.first().orElseThrow().token(),
                        ids.next(),
                        new Newcomer("Exemple", "Administratrice"))
                .id();
    }

    /** A person with an account and a role, given at the machine. */
    public UUID holder(Role role) {
        return invitations
                .accept(
                        invitations.byOperator(role).token(),
                        ids.next(),
                        new Newcomer("Exemple", role.code()))
                .id();
    }

    /** A person with an account and no role. */
    public UUID person(UUID invitedBy) {
        var issued = invitations.invite(registered(), invitedBy, true);
        return invitations.accept(issued.token(), ids.next(), new Newcomer("", "")).id();
    }

    /** A registered person without an account. */
    public UUID registered() {
        return TestPersons.registered(persons, "Personne").id();
    }

    /** The codes of the acts told so far. */
    public List<String> acts() {
        return news.stream()
                .filter(Act.class::isInstance)
                .map(each -> ((Act) each).type().code())
                .toList();
    }

    private static Path key() {
        try {
            Path folder = Files.createTempDirectory("danaya-access-");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("access.key");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clock moved(InstantSource source) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }
}
