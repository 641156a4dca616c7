package org.danaya.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back into an empty home. */
@Command(name = "restore", mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "backup-file")
    private Path file = Path.of("");

    @Option(
            names = "--home",
            required = true,
            paramLabel = "FOLDER",
            descriptionKey = "restore-home")
    private String home = "";

    @Option(names = "--passphrase-file", paramLabel = "PATH", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Option(names = "--json", descriptionKey = "json")
    private boolean asJson;

    private final Invocation invocation;

    RestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Settings settings = invocation.configuration().apply(Map.of("home", home));
        Passphrases passphrases =
                new Passphrases(invocation.terminal(), System.getenv("CREDENTIALS_DIRECTORY"));
        Secret passphrase;
        try {
            passphrase = passphrases.forOpening(passphraseFile, settings);
        } catch (Fault e) {
            invocation.terminal().failure(e);
            return Terminal.WRONG_USE;
        }
        Restore.Restored restored = new Restore(Clock.systemUTC()).run(file, passphrase, settings);
        new BackupReport(invocation.terminal(), asJson)
                .say("restore.done", file, restored.manifest());
        if (!asJson) {
            if (restored.databaseSettingsLeftOut()) {
                invocation.terminal().say("restore.database-settings");
            }
            invocation.terminal().say("restore.confirm-log", home);
        }
        return Terminal.DONE;
    }
}
