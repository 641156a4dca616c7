package org.danaya.mandates;

import org.danaya.base.Ids;
import org.danaya.log.LeafIntegrated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Puts mandates in force as soon as their leaves are public. */
@Component
class Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

    private final Mandates mandates;

    Effects(Mandates mandates) {
        this.mandates = mandates;
    }

    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMMIT,
            condition = "#news.kind() == 'mandates.signed'")
    void integrated(LeafIntegrated news) {
        try {
            Ids.read(news.reference().substring(Signatures.REFERENCE.length()))
                    .ifPresent(mandates.signatures()::takeEffect);
        } catch (RuntimeException e) {
            // The recurring job does it within a minute; the log's own work must not fail for it.
            LOG.warn("{} is not in force yet", news.reference(), e);
        }
    }
}
