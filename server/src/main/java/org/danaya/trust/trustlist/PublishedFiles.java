package org.danaya.trust.trustlist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;

/** The published files of a home, for the command line: no database is needed. */
record PublishedFiles(Path folder) {

    static PublishedFiles of(Settings settings) {
        return new PublishedFiles(
                Publication.folder(Home.at(settings.get(StoreSettings.HOME)).published()));
    }

    byte[] list() {
        return required(Publication.LIST);
    }

    byte[] signer() {
        return required(Publication.SIGNER);
    }

    private byte[] required(String name) {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            throw new Fault(TrustlistFault.NOT_PUBLISHED);
        }
        return read(file);
    }

    /** A file of at most what a list may have. */
    static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ListReader.MOST_BYTES + 1);
            if (bytes.length > ListReader.MOST_BYTES) {
                throw new Fault(TrustlistFault.TOO_LARGE, ListReader.MOST_BYTES >> 20);
            }
            return bytes;
        } catch (IOException e) {
            throw new Fault(
                    e,
                    TrustlistFault.UNREADABLE,
                    file,
                    e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
