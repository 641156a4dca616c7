package org.danaya.demo;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.danaya.access.Invitations;
import org.danaya.access.PublicAddress;
import org.danaya.access.Role;
import org.danaya.base.Actor;
import org.danaya.base.Ids;

/** The officials of the story, each before a browser of their own with a passkey of their own. */
final class Cast implements AutoCloseable {

    static final String FAMILY = "Exemple";
    static final String MINISTER = "Mariam";
    static final String HEAD = "Lassana";
    private static final String REASON = "Démonstration (exemple)";

    private final Visitor administrator;
    private final Visitor approver;
    private final Visitor officer;
    private final Visitor correspondent;
    private final Visitor security;
    private final Visitor minister;
    private final Visitor head;
    private final UUID example;

    /** Lets everybody in: the first two by the operator's links, the others by invitation. */
    Cast(Stage stage) {
        Invitations invitations = stage.beans().get(Invitations.class);
        PublicAddress address = stage.beans().get(PublicAddress.class);
        administrator = stage.visitor();
        approver = stage.visitor();
        officer = stage.visitor();
        correspondent = stage.visitor();
        security = stage.visitor();
        minister = stage.visitor();
        head = stage.visitor();
        enrol(
                administrator,
                made(() -> address.invitation(invitations.first().orElseThrow().token())),
                "Adama");
        enrol(
                approver,
                made(() -> address.invitation(invitations.byOperator(Role.APPROVER).token())),
                "Assitan");
        Register.fill(administrator);
        example = invite(officer, "Oumou", Role.REGISTRATION_OFFICER, "");
        invite(correspondent, "Kadi", Role.CORRESPONDENT, Register.MINISTRY);
        invite(security, "Sékou", Role.SECURITY_OFFICER, "");
        invite(minister, MINISTER, Role.COORDINATOR, Register.MINISTRY);
        invite(head, HEAD, Role.COORDINATOR, Register.MINISTRY);
        give(example, Role.COORDINATOR, Register.MINISTRY);
    }

    /** Invites, proposes roles, keeps the register of structures. */
    Visitor administrator() {
        return administrator;
    }

    /** Approves what others propose. */
    Visitor approver() {
        return approver;
    }

    /** Examines requests for certificates. */
    Visitor officer() {
        return officer;
    }

    /** Drafts for the ministry. */
    Visitor correspondent() {
        return correspondent;
    }

    /** Revokes. */
    Visitor security() {
        return security;
    }

    /** Grants and signs. */
    Visitor minister() {
        return minister;
    }

    /** Leads the delegation. */
    Visitor head() {
        return head;
    }

    /** The officer's account, which a newcomer may enter; the ministry's texts are open to it. */
    UUID example() {
        return example;
    }

    /** All of them leave. */
    @Override
    public void close() {
        List.of(administrator, approver, officer, correspondent, security, minister, head)
                .forEach(Visitor::close);
    }

    /** Somebody new, with a role that two people gave. */
    UUID invite(Visitor visitor, String given, Role role, String structure) {
        administrator
                .go("/console/accounts/invite")
                .type("given-names", given)
                .type("family-name", FAMILY)
                .submit();
        enrol(visitor, URI.create(administrator.first("code.code").text()), "");
        administrator.go("/console/accounts").press(given + " " + FAMILY);
        UUID account = Ids.read(administrator.path().replaceFirst(".*/", "")).orElseThrow();
        give(account, role, structure);
        return account;
    }

    private void give(UUID account, Role role, String structure) {
        administrator.go("/console/accounts/" + account + "/propose").choose("role", role.code());
        if (!structure.isEmpty()) {
            administrator.type("structure", structure);
        }
        administrator.type("reason", REASON).submit();
        approver.go("/console/roles");
        approver.go(approver.first("main a[href^=/console/roles/]").attr("href"));
        approver.press(approver.first("form[action$=/approve] button").text());
    }

    private static void enrol(Visitor visitor, URI link, String given) {
        visitor.go("/enrol").type("token", Objects.requireNonNull(link.getFragment())).submit();
        if (!given.isEmpty()) {
            visitor.type("given-names", given).type("family-name", FAMILY);
        }
        visitor.type("label", "Démonstration").submit().must("secours");
    }

    /** What the operator at the machine makes. */
    private static URI made(Supplier<URI> link) {
        return ScopedValue.where(Actor.CURRENT, new Actor.Operator("demo")).call(link::get);
    }
}
