package org.danaya.audit;

import java.time.Clock;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the public log the chain's head, in one transaction with remembering that it did. */
@Component
class Anchors {

    private final AnchorTable anchors;
    private final LinkTable links;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Anchors(
            AnchorTable anchors,
            LinkTable links,
            Leaves leaves,
            TransactionTemplate transaction,
            Clock clock) {
        this.anchors = anchors;
        this.links = links;
        this.leaves = leaves;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Anchors the head, if the chain has grown since the last anchor. */
    void anchor() {
        transaction.executeWithoutResult(
                _ -> {
                    Head head = links.head();
                    long last = anchors.last().map(anchor -> anchor.head().position()).orElse(0L);
                    if (head.position() > last) {
                        Anchor anchor = Anchor.of(head, clock.instant());
                        leaves.append(
                                new NewLeaf(
                                        Anchor.KIND, anchor.content(), anchor.reference(), true));
                        anchors.add(anchor);
                    }
                });
    }
}
