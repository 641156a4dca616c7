package org.danaya.trust.seal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Act;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.signature.SignedFor;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What the public log and the journal are told of a seal.
 *
 * @param leaves the log
 * @param news to the journal
 */
record SealRecords(Leaves leaves, ApplicationEventPublisher news) {

    /** Tells both, in the caller's transaction. */
    void write(Seal seal, SealCertificates.Usable usable) {
        HexFormat hex = HexFormat.of();
        String before = hex.formatHex(seal.before());
        String after = hex.formatHex(seal.after());
        String certificate = hex.formatHex(usable.certificate().sha256());
        String by =
                switch (seal.by()) {
                    case Seal.By.Officer(_, UUID evidence) -> "evidence " + evidence;
                    case Seal.By.Program(UUID key) -> "api-key " + key;
                };
        leaves.append(
                new NewLeaf(
                        "seal.made",
                        """
                        danaya seal v1
                        before %s
                        after %s
                        certificate %s
                        %s
                        %s"""
                                .formatted(
                                        before,
                                        after,
                                        certificate,
                                        by,
                                        SignedFor.lines(seal.name()))
                                .getBytes(StandardCharsets.UTF_8),
                        "seal:made:" + seal.id()));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("structure", seal.structure().toString());
        facts.put("before", before);
        facts.put("after", after);
        facts.put("certificate", certificate);
        facts.put("form", seal.form().code());
        facts.put("level", seal.level().code());
        facts.put("basis", ActingFor.fact(seal.name().map(SignedFor::basis)));
        if (seal.by() instanceof Seal.By.Officer(_, UUID evidence)) {
            facts.put("evidence", evidence.toString());
        }
        news.publishEvent(Act.done(SealAct.SEALED, "seal:" + seal.id(), facts));
    }
}
