package org.danaya.trust.ceremony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.danaya.base.Settings;
import org.danaya.crypto.Tokens;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.profile.Profiles;
import org.springframework.stereotype.Component;

/**
 * A first ceremony that asks nothing and is worth nothing: a root, the issuing authorities, and
 * with them status and timestamps, marked as a rehearsal in every name. It is for a newcomer, who
 * then has everything; the root's key stays beside the installation, under a passphrase that
 * everybody knows.
 */
@Component
public final class Rehearsal {

    private final Store store;
    private final Settings settings;
    private final Tokens tokens;
    private final Profiles profiles;
    private final Words words;
    private final Clock clock;
    private final Authorities authorities;
    private final HandoverDesk desk;

    Rehearsal(
            Store store,
            Settings settings,
            Tokens tokens,
            Profiles profiles,
            Words words,
            Clock clock,
            Authorities authorities,
            HandoverDesk desk) {
        this.store = store;
        this.settings = settings;
        this.tokens = tokens;
        this.profiles = profiles;
        this.words = words;
        this.clock = clock;
        this.authorities = authorities;
        this.desk = desk;
    }

    /** Whether the platform has no authority, and no ceremony waits to be taken over. */
    public boolean isPossible() {
        return authorities.all().isEmpty() && desk.waiting().isEmpty();
    }

    /** What whoever sits at the terminal answers, yes by default; nothing where nobody does. */
    public static Optional<Boolean> asked(Terminal terminal) {
        return Questions.areAnswered()
                ? Optional.of(
                        new Guide(Questions.at(terminal), Clock.systemUTC())
                                .confirmBy(terminal.word("rehearsal.yes"), "rehearsal"))
                : Optional.empty();
    }

    /**
     * Makes it, and puts it into service. One that was cut short before is cleared away.
     *
     * @return the folder where the ceremony's root and its minute are
     */
    public Path make() {
        Path path = store.home().path().resolve("rehearsal");
        Ceremony ceremony =
                new Ceremony(
                        new RootAuthority.Desk(
                                profiles,
                                settings.get(AuthoritySettings.ADDRESS),
                                new SecureRandom(),
                                clock),
                        tokens.authorities(),
                        words);
        CeremonyFolder before = new CeremonyFolder(path);
        if (Files.isDirectory(path) && new Begun(before).isOpen()) {
            ceremony.abandon(
                    before,
                    HandoverDesk.folder(store.home().path()),
                    store.home().published(),
                    true);
        }
        ceremony.begin(
                Plans.rehearsal(clock),
                CeremonyFolder.fresh(path),
                HandoverDesk.folder(store.home().path()));
        desk.takeOver();
        return path;
    }
}
