package org.danaya.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Opening;
import org.danaya.verify.Policy;
import org.danaya.verify.TlogProof;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogProofsTest {

    private static final DataSource DATABASE = TestDatabase.freshSource();

    @TempDir Path home;
    private TestLog log;
    private LogProofs proofs;
    private Policy policy;

    @BeforeEach
    void publish() throws IOException {
        log = new TestLog(home, DATABASE);
        log.append(300, "leaf-");
        log.publishAll();
        proofs = new LogProofs(log.jdbc, log.publicLog());
        policy = Policy.of(log.publicLog().keys().toArray(VerifierKey[]::new));
    }

    @Test
    void everyLeafCanBeProven() {
        for (int index : new int[] {0, 1, 255, 256, 299, 300}) {
            TlogProof proof =
                    TlogProof.parse(proofs.prove(Integer.toString(index)).toBytes()).orThrow();
            TreeHash leaf = TreeHash.leaf(proof.extra().orElseThrow());
            assertThat(proof.verify(policy, leaf))
                    .isInstanceOfSatisfying(
                            Verdict.Valid.class,
                            valid ->
                                    assertThat(((TlogProof.LoggedLeaf) valid.evidence()).index())
                                            .isEqualTo(index));
        }
    }

    @Test
    void anOpeningShowsAThirdPersonWhatALeafCommitsTo() {
        Opening opening = Opening.parse(proofs.open("leaf-7").toBytes()).orThrow();
        switch (opening.verify(policy)) {
            case Verdict.Valid<Opening.Opened>(Opening.Opened opened) ->
                    assertThat(new String(opened.content(), StandardCharsets.UTF_8))
                            .isEqualTo("content of leaf-7");
            case Verdict.Invalid<Opening.Opened> wrong -> throw new AssertionError(wrong);
            case Verdict.Unverifiable<Opening.Opened> open -> throw new AssertionError(open);
        }
    }

    @Test
    void anErasedLeafIsStillProvenAndNeverOpened() {
        log.transactions.executeWithoutResult(_ -> log.leaves.erase("leaf-7"));
        proofs.prove("leaf-7");
        assertFault(() -> proofs.open("leaf-7"), LogFault.ERASED);
    }

    @Test
    void aWaitingLeafIsNotProvenYet() {
        log.append("waiting");
        assertFault(() -> proofs.prove("waiting"), LogFault.NOT_YET_PUBLISHED);
    }

    @Test
    void anUnknownLeafIsSaidToBeUnknown() {
        assertFault(() -> proofs.prove("nobody"), LogFault.UNKNOWN_LEAF);
        assertFault(() -> proofs.prove("9999"), LogFault.UNKNOWN_LEAF);
    }

    private static void assertFault(Runnable call, FaultCode code) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
