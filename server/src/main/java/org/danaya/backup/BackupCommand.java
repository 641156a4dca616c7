package org.danaya.backup;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Visit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a backup of an installation, or checks one. */
@Command(name = "backup", mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "backup-file")
    private Path file = Path.of("");

    @Option(names = "--check", descriptionKey = "backup-check")
    private boolean check;

    @Option(names = "--passphrase-file", paramLabel = "PATH", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Option(names = "--json", descriptionKey = "json")
    private boolean asJson;

    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    BackupCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Settings settings = invocation.settings(home);
        Passphrases passphrases =
                new Passphrases(invocation.terminal(), System.getenv("CREDENTIALS_DIRECTORY"));
        Backups backups = new Backups(Clock.systemUTC(), new SecureRandom());
        Secret passphrase;
        try {
            passphrase =
                    check
                            ? passphrases.forOpening(passphraseFile, settings)
                            : passphrases.forSealing(passphraseFile, settings);
        } catch (Fault e) {
            invocation.terminal().failure(e);
            return Terminal.WRONG_USE;
        }
        return check ? check(backups, passphrase) : make(backups, passphrase, settings);
    }

    private int make(Backups backups, Secret passphrase, Settings settings) {
        try (Visit visit = Visit.begin(settings)) {
            Manifest manifest = backups.make(visit, file, passphrase);
            new BackupReport(invocation.terminal(), asJson).say("backup.made", file, manifest);
            return Terminal.DONE;
        }
    }

    private int check(Backups backups, Secret passphrase) {
        try {
            Manifest manifest = backups.check(file, passphrase);
            new BackupReport(invocation.terminal(), asJson).say("backup.sound", file, manifest);
            return Terminal.DONE;
        } catch (Fault e) {
            int code = invocation.terminal().failure(e);
            return e.code() == BackupFault.UNREADABLE ? code : Terminal.NEGATIVE;
        }
    }
}
