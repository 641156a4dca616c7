package org.danaya.backup;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Where a backup's passphrase comes from: the file that the command names, the file that the
 * settings name, the systemd credential {@code danaya-backup-passphrase}, or whoever sits in front.
 * Never the command line itself, which every user of the machine can read.
 */
final class Passphrases {

    private static final String CREDENTIAL = "danaya-backup-passphrase";
    private static final int LEAST_CHARACTERS = 12;

    private final Terminal terminal;
    private final @Nullable String credentials;

    Passphrases(Terminal terminal, @Nullable String credentials) {
        this.terminal = terminal;
        this.credentials = credentials;
    }

    /** One that is good enough to seal with; typed twice where it is typed. */
    Secret forSealing(@Nullable Path named, Settings settings) {
        Secret passphrase = file(named, settings).map(SecretFile::read).orElseGet(() -> ask(true));
        if (passphrase.reveal().length() < LEAST_CHARACTERS) {
            throw new Fault(BackupFault.PASSPHRASE_SHORT, LEAST_CHARACTERS);
        }
        return passphrase;
    }

    /** One to open with. */
    Secret forOpening(@Nullable Path named, Settings settings) {
        return file(named, settings).map(SecretFile::read).orElseGet(() -> ask(false));
    }

    private Optional<Path> file(@Nullable Path named, Settings settings) {
        return Optional.ofNullable(named)
                .or(() -> settings.find(BackupSettings.PASSPHRASE_FILE))
                .or(
                        () ->
                                Optional.ofNullable(credentials)
                                        .map(folder -> Path.of(folder, CREDENTIAL))
                                        .filter(Files::exists));
    }

    private Secret ask(boolean twice) {
        Console console =
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .orElseThrow(() -> new Fault(BackupFault.PASSPHRASE_MISSING));
        terminal.complain("backup.ask-passphrase");
        char[] first = typed(console);
        if (twice) {
            terminal.complain("backup.ask-passphrase-again");
            if (!Arrays.equals(first, typed(console))) {
                throw new Fault(BackupFault.PASSPHRASE_DIFFERS);
            }
        }
        return Secret.of(new String(first));
    }

    private static char[] typed(Console console) {
        char[] typed = console.readPassword("");
        if (typed == null) {
            throw new Fault(BackupFault.PASSPHRASE_MISSING);
        }
        return typed;
    }
}
