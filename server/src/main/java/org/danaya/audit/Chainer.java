package org.danaya.audit;

import java.util.ArrayList;
import java.util.List;
import org.danaya.audit.ChainHash.Covered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their position and hash, in batches, one transaction each.
 *
 * <p>The order of the chain is this: of the entries that a batch sees committed, the smaller id
 * first. An entry whose transaction commits late comes after entries of greater ids that were
 * chained before; a chained entry never moves. A batch that dies is done again as a whole.
 */
@Component
class Chainer {

    static final int BATCH = 5_000;

    private final EntryTable entries;
    private final LinkTable links;
    private final TransactionTemplate transaction;

    Chainer(EntryTable entries, LinkTable links, TransactionTemplate transaction) {
        this.entries = entries;
        this.links = links;
        this.transaction = transaction;
    }

    /** Chains what is committed, up to a batch; tells how many entries it chained. */
    int chain() {
        Integer chained = transaction.execute(_ -> links.lock() ? batch() : 0);
        return chained == null ? 0 : chained;
    }

    private int batch() {
        List<Covered> batch = entries.unchained(BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        Head head = links.head();
        ChainHash chain = new ChainHash();
        long[] ids = new long[batch.size()];
        List<Hash> hashes = new ArrayList<>(batch.size());
        Hash previous = head.hash();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = batch.get(i).id();
            previous = chain.of(previous, head.position() + 1 + i, batch.get(i));
            hashes.add(previous);
        }
        links.add(head.position() + 1, ids, hashes);
        if (entries.chained(ids) != ids.length) {
            throw new IllegalStateException("Another program chained the same entries");
        }
        return ids.length;
    }
}
