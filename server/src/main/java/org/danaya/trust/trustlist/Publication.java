package org.danaya.trust.trustlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.log.LeafIntegrated;
import org.danaya.log.LeafPlace;
import org.danaya.log.Leaves;
import org.danaya.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts the last edition on disk once its leaf is in the public log: the list and its digest (TS 119
 * 612 §6.1) in a folder of the edition's own, then one link that changes at once.
 */
@Component
class Publication {

    /** The list's name, which never changes. */
    static final String LIST = "danaya-tl.xml";

    /** SHA-256 of the list, as 32 bytes. */
    static final String DIGEST = "danaya-tl.sha2";

    /** The certificate that checks it, DER. */
    static final String SIGNER = "danaya-tl-signer.cer";

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final EditionTable editions;
    private final Leaves leaves;
    private final SigningKeys keys;
    private final Path published;

    Publication(EditionTable editions, Leaves leaves, SigningKeys keys, Store store) {
        this.editions = editions;
        this.leaves = leaves;
        this.keys = keys;
        this.published = store.home().published();
    }

    /** The folder, or rather the link to it, below a home's published files. */
    static Path folder(Path published) {
        return published.resolve("tl");
    }

    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMMIT,
            condition = "#news.kind() == 'trustlist.edition'")
    void integrated(LeafIntegrated news) {
        try {
            publish();
        } catch (Fault e) {
            // The job tries again; the log's own work must not fail for it.
            LOG.warn("Edition {} is not on disk yet: {}", news.reference(), e.getMessage());
        }
    }

    /**
     * Puts the last edition that may be there on disk; does nothing where it is.
     *
     * @throws Fault {@link TrustlistFault#NOT_WRITTEN}
     */
    synchronized void publish() {
        Optional<Edition> last = editions.last();
        if (last.isEmpty() || !isPublic(last.get())) {
            return;
        }
        try {
            write(last.get());
        } catch (IOException e) {
            throw new Fault(
                    e, TrustlistFault.NOT_WRITTEN, published, String.valueOf(e.getMessage()));
        }
    }

    private boolean isPublic(Edition edition) {
        return switch (leaves.find(edition.reference()).orElse(null)) {
            case LeafPlace.Placed _, LeafPlace.Erased _ -> true;
            case LeafPlace.Waiting _ -> false;
            case null -> false;
        };
    }

    private void write(Edition edition) throws IOException {
        Path link = folder(published);
        if (isThere(link, edition)) {
            return;
        }
        Path folder = published.resolve("tl-" + edition.sequence());
        DurableFiles.createFolders(folder);
        DurableFiles.replace(folder.resolve(LIST), edition.signed(), DurableFiles.ALL_READ);
        DurableFiles.replace(folder.resolve(DIGEST), edition.digest(), DurableFiles.ALL_READ);
        for (SigningKeys.Signer each : keys.all()) {
            if (each.id().equals(edition.signer())) {
                DurableFiles.replace(
                        folder.resolve(SIGNER), each.certificate().der(), DurableFiles.ALL_READ);
            }
        }
        DurableFiles.syncFolder(folder);
        Path made = published.resolve("tl.new");
        Files.deleteIfExists(made);
        Files.createSymbolicLink(made, folder.getFileName());
        Files.move(made, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.syncFolder(published);
        LOG.info("Edition {} of the trusted list is published", edition.sequence());
    }

    private static boolean isThere(Path folder, Edition edition) throws IOException {
        Path list = folder.resolve(LIST);
        Path digest = folder.resolve(DIGEST);
        return Files.isRegularFile(list)
                && Files.isRegularFile(folder.resolve(SIGNER))
                && Files.isRegularFile(digest)
                && Arrays.equals(Files.readAllBytes(list), edition.signed())
                && Arrays.equals(Files.readAllBytes(digest), edition.digest());
    }
}
