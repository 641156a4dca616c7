package org.danaya.trust.trustlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the published list, its digest and its signer's certificate, for another web server. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class TrustlistExportCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FOLDER", descriptionKey = "trustlist.folder")
    private Path folder = Path.of("");

    private final Invocation invocation;

    TrustlistExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        PublishedFiles files = PublishedFiles.of(invocation.settings(home));
        files.list();
        try {
            Files.createDirectories(folder);
            // The digest goes first: whoever reads in between finds no list that it doesn't tell.
            for (String name :
                    new String[] {Publication.SIGNER, Publication.DIGEST, Publication.LIST}) {
                DurableFiles.replace(
                        folder.resolve(name),
                        Files.readAllBytes(files.folder().resolve(name)),
                        DurableFiles.ALL_READ);
            }
            DurableFiles.syncFolder(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new Fault(e, TrustlistFault.NOT_WRITTEN, folder, String.valueOf(e.getMessage()));
        }
        invocation.terminal().say("trustlist.command.exported", folder);
        return Terminal.DONE;
    }
}
