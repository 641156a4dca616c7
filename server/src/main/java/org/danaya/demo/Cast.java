package org.danaya.demo;

import java.net.URI;
import java.util.Objects;
import org.danaya.access.Invitations;
import org.danaya.access.PublicAddress;
import org.danaya.access.Role;
import org.danaya.base.Actor;
import org.jsoup.nodes.Element;

/**
 * The officials of the story, each before a browser of their own with a passkey of their own.
 *
 * @param administrator invites, proposes roles, keeps the register of structures
 * @param approver approves what others propose
 * @param officer examines requests for certificates
 * @param correspondent drafts for the ministry
 * @param security revokes
 * @param minister grants and signs
 * @param head leads the delegation
 */
record Cast(
        Visitor administrator,
        Visitor approver,
        Visitor officer,
        Visitor correspondent,
        Visitor security,
        Visitor minister,
        Visitor head)
        implements AutoCloseable {

    static final String FAMILY = "Exemple";
    static final String MINISTER = "Mariam";
    static final String HEAD = "Lassana";
    private static final String MINISTRY = "ministere-economie-numerique";
    private static final String REASON = "Démonstration (exemple)";

    /** Lets everybody in: the first two by the operator's links, the others by invitation. */
    static Cast enrolled(Stage stage) {
        Invitations invitations = stage.beans().get(Invitations.class);
        PublicAddress address = stage.beans().get(PublicAddress.class);
        Visitor administrator = stage.visitor();
        enrol(
                administrator,
                as(() -> address.invitation(invitations.first().orElseThrow().token())),
                "Administratrice");
        Visitor approver = stage.visitor();
        enrol(
                approver,
                as(() -> address.invitation(invitations.byOperator(Role.APPROVER).token())),
                "Approbatrice");
        Cast cast =
                new Cast(
                        administrator,
                        approver,
                        stage.visitor(),
                        stage.visitor(),
                        stage.visitor(),
                        stage.visitor(),
                        stage.visitor());
        Register.fill(administrator);
        cast.invite(cast.officer, "Oumou", Role.REGISTRATION_OFFICER, "");
        cast.invite(cast.correspondent, "Kadi", Role.CORRESPONDENT, MINISTRY);
        cast.invite(cast.security, "Sékou", Role.SECURITY_OFFICER, "");
        cast.invite(cast.minister, MINISTER, Role.COORDINATOR, MINISTRY);
        cast.invite(cast.head, HEAD, Role.COORDINATOR, MINISTRY);
        return cast;
    }

    /** All of them leave. */
    @Override
    public void close() {
        administrator.close();
        approver.close();
        officer.close();
        correspondent.close();
        security.close();
        minister.close();
        head.close();
    }

    private void invite(Visitor visitor, String given, Role role, String structure) {
        administrator
                .go("/console/accounts/invite")
                .type("given-names", given)
                .type("family-name", FAMILY)
                .submit();
        Element link = Objects.requireNonNull(administrator.page().selectFirst("code.code"));
        enrol(visitor, URI.create(link.text()), "");
        administrator.go("/console/accounts").press(given + " " + FAMILY);
        administrator.go(administrator.path() + "/propose").choose("role", role.code());
        if (!structure.isEmpty()) {
            administrator.type("structure", structure);
        }
        administrator.type("reason", REASON).submit();
        approver.go("/console/roles");
        Element proposal =
                Objects.requireNonNull(
                        approver.page().selectFirst("main a[href^=/console/roles/]"));
        approver.go(proposal.attr("href"));
        Element approve =
                Objects.requireNonNull(approver.page().selectFirst("form[action$=/approve] button"));
        approver.press(approve.text());
    }

    private static void enrol(Visitor visitor, URI link, String given) {
        visitor.go("/enrol").type("token", link.getFragment()).submit();
        if (!given.isEmpty()) {
            visitor.type("given-names", given).type("family-name", FAMILY);
        }
        visitor.type("label", "Démonstration").submit().must("secours");
    }

    /** As the operator at the machine. */
    private static URI as(java.util.function.Supplier<URI> link) {
        return ScopedValue.where(Actor.CURRENT, new Actor.Operator("demo")).call(link::get);
    }
}
