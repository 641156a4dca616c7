package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.danaya.base.Settings;
import org.danaya.crypto.Tokens;
import org.danaya.page.Words;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.profile.Profiles;

/** What a command needs to hold a ceremony in an installation. */
record CeremonyDesk(Ceremony ceremony, Tokens tokens, Path handover, Path published)
        implements AutoCloseable {

    /** At the home that the settings name. The platform may run or not. */
    static CeremonyDesk open(Settings settings, Clock clock) {
        Home home = Home.open(settings.get(StoreSettings.HOME));
        SecureRandom random = new SecureRandom();
        Tokens tokens = Tokens.open(settings, home.keys(), random);
        return new CeremonyDesk(
                new Ceremony(
                        new RootAuthority.Desk(
                                Profiles.ofHome(home.path()),
                                settings.get(AuthoritySettings.ADDRESS),
                                random,
                                clock),
                        tokens.authorities(),
                        Words.load()),
                tokens,
                HandoverDesk.folder(home.path()),
                home.published());
    }

    @Override
    public void close() {
        tokens.close();
    }
}
