package org.danaya.app;

import java.net.URI;
import java.util.concurrent.Callable;
import org.danaya.access.Invitations;
import org.danaya.access.PublicAddress;
import org.danaya.base.Actor;
import org.danaya.base.Settings;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Makes a link at the machine, for when nobody can give a role any more. The platform must be
 * stopped: the link is written into its database, and the act into its journal, as the operator's.
 */
@Command(name = "admin-link", mixinStandardHelpOptions = true)
final class AdminLinkCommand implements Callable<Integer> {

    /** The roles that the operator may hand out: the two without which nobody else gets any. */
    enum Kind {
        ADMINISTRATOR(org.danaya.access.Role.ADMINISTRATOR),
        APPROVER(org.danaya.access.Role.APPROVER);

        private final org.danaya.access.Role role;

        Kind(org.danaya.access.Role role) {
            this.role = role;
        }
    }

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--for", descriptionKey = "admin-link.for")
    private Kind kind = Kind.ADMINISTRATOR;

    private final Invocation invocation;

    AdminLinkCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Settings settings = invocation.settings(home);
        try (Platform platform = Platform.start(settings)) {
            String user = System.getProperty("user.name", "?");
            Invitations.Issued issued =
                    ScopedValue.where(Actor.CURRENT, new Actor.Operator(user))
                            .call(() -> platform.bean(Invitations.class).byOperator(kind.role));
            URI link = platform.bean(PublicAddress.class).invitation(issued.token());
            invocation.terminal().say("access.operator-link", link);
            return Terminal.DONE;
        }
    }
}
