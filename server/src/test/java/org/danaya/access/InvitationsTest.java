package org.danaya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.danaya.access.Invitations.Newcomer;
import org.danaya.base.Act;
import org.danaya.base.Secret;
import org.danaya.people.TestPersons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationsTest {

    private static final Newcomer NEWCOMER = new Newcomer("Exemple", "Nouvelle");

    private final AccessKit kit = new AccessKit();

    @Test
    void theFirstLinkMakesAnAdministratorAndThereIsNoSecond() {
        UUID first = kit.administrator();
        assertThat(kit.roles.held(first))
                .extracting(RoleAssignment::role)
                .containsExactly(Role.ADMINISTRATOR);
        assertThat(kit.invitations.first()).isEmpty();
    }

    @Test
    void eachStartOfAnEmptyHomeReplacesTheFirstLink() {
        Secret older = kit.invitations.first().orElseThrow().token();
        Secret newer = kit.invitations.first().orElseThrow().token();
        assertThat(kit.invitations.find(older)).isEmpty();
        assertThat(kit.invitations.find(newer)).isPresent();
    }

    @Test
    void lookingAtALinkUsesNothingUpAndAcceptingDoes() {
        Secret token = kit.invitations.first().orElseThrow().token();
        kit.invitations.find(token);
        kit.invitations.accept(token, kit.ids.next(), NEWCOMER);
        assertThat(kit.invitations.find(token)).isEmpty();
        assertThatThrownBy(() -> kit.invitations.accept(token, kit.ids.next(), NEWCOMER))
                .hasMessageContaining("link-refused");
    }

    @Test
    void aLinkDiesOfAge() {
        Secret token = kit.invitations.first().orElseThrow().token();
        kit.pass(Duration.ofDays(3));
        assertThat(kit.invitations.find(token)).isEmpty();
    }

    @Test
    void anAcceptanceThatFailsLaterLeavesTheLinkAsItWas() {
        Secret token = kit.invitations.first().orElseThrow().token();
        kit.transaction.executeWithoutResult(
                status -> {
                    kit.invitations.accept(token, kit.ids.next(), NEWCOMER);
                    status.setRollbackOnly();
                });
        assertThat(kit.invitations.find(token)).isPresent();
    }

    @Test
    void aPersonHasOneAccountInUse() {
        UUID administrator = kit.administrator();
        UUID person = kit.registered();
        var issued = kit.invitations.invite(person, administrator, true);
        assertThatThrownBy(() -> kit.invitations.invite(person, administrator, true))
                .hasMessageContaining("has-account");
        kit.accounts.close(issued.account().orElseThrow(), administrator, "exemple");
        assertThat(kit.invitations.find(issued.token())).isEmpty();
        kit.invitations.invite(person, administrator, true);
    }

    @Test
    void aSecondPersonOfTheSameNameIsInvitedOnlyWhenSomebodySaysThatItIsAnother() {
        UUID administrator = kit.administrator();
        UUID namesake = TestPersons.registered(kit.persons, "administratrice").id();
        assertThatThrownBy(() -> kit.invitations.invite(namesake, administrator, false))
                .hasMessageContaining("access.homonym");
        kit.invitations.invite(namesake, administrator, true);
        assertThat(kit.news.getLast())
                .isInstanceOfSatisfying(
                        Act.class,
                        act ->
                                assertThat(act.facts())
                                        .isEqualTo(Map.of("homonyms-confirmed", "1")));
    }

    @Test
    void anApproverWhoComesBeforeTheAdministratorTakesNothingFromThem() {
        UUID approver = kit.holder(Role.APPROVER);
        assertThat(kit.roles.held(approver))
                .extracting(RoleAssignment::how)
                .containsExactly(RoleAssignment.How.OPERATOR);
    }

    @Test
    void aNewLinkForTheSameAccountReplacesTheOneBefore() {
        UUID administrator = kit.administrator();
        var older = kit.invitations.invite(kit.registered(), administrator, true);
        var newer = kit.invitations.again(older.account().orElseThrow(), administrator);
        assertThat(kit.invitations.find(older.token())).isEmpty();
        assertThat(kit.invitations.accept(newer.token(), kit.ids.next(), NEWCOMER).id())
                .isEqualTo(older.account().orElseThrow());
    }

    @Test
    void theDatabaseHoldsNoToken() {
        Secret token = kit.invitations.first().orElseThrow().token();
        String all =
                kit.sql
                        .sql("select string_agg(t::text, ' ') from access.invitation t")
                        .query(String.class)
                        .single();
        assertThat(all).doesNotContain(token.reveal());
        assertThat(token.reveal()).hasSize(32);
    }

    @Test
    void aSecretIsReadAsPeopleTypeIt() {
        assertThat(Secrets.typed(" abcd-o1il 2 ").reveal()).isEqualTo("ABCD01112");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("access.key");
        Secret secret = Secret.of("exemple");
        byte[] first = Secrets.open(file, new SecureRandom()).stored("x", secret);
        byte[] second = Secrets.open(file, new SecureRandom()).stored("x", secret);
        assertThat(second).isEqualTo(first);
        assertThat(Secrets.open(file, new SecureRandom()).stored("y", secret)).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
