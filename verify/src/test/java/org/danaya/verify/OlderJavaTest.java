package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.bytes;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a Java without ML-DSA says: it never takes an unchecked signature for a good one. */
class OlderJavaTest {

    /** Everything that another provider has, except ML-DSA. */
    private static final class Older extends Provider {

        private static final long serialVersionUID = 1;

        Older(Provider newer) {
            super("Older", "1", "without ML-DSA");
            newer.getServices().stream()
                    .filter(service -> !service.getAlgorithm().startsWith("ML-DSA"))
                    .forEach(service -> putService(new Same(this, service)));
        }
    }

    private static final class Same extends Provider.Service {

        private final Provider.Service service;

        Same(Provider provider, Provider.Service service) {
            super(
                    provider,
                    service.getType(),
                    service.getAlgorithm(),
                    service.getClassName(),
                    List.of(),
                    null);
            this.service = service;
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return service.newInstance(parameter);
        }
    }

    private final NoteSigner.Cosigner mlDsaLog =
            NoteSigner.cosignatureMlDsa44(ExampleLog.ORIGIN, VerifierKeyTest.mlDsaKeys());
    private final NoteSigner.Cosigner mlDsaWitness =
            NoteSigner.cosignatureMlDsa44("w.example", VerifierKeyTest.mlDsaKeys());
    private final NoteSigner.Text log = NoteSigner.ed25519(ExampleLog.ORIGIN, ExampleLog.ed25519());
    private final Checkpoint checkpoint = new Checkpoint(ExampleLog.ORIGIN, 0, TreeHash.empty());
    private final SignedNote both =
            checkpoint
                    .signed(log.sign(checkpoint, ExampleLog.NOW))
                    .with(mlDsaLog.sign(checkpoint, ExampleLog.NOW))
                    .with(mlDsaWitness.sign(checkpoint, ExampleLog.NOW));

    @Test
    void whatCannotBeCheckedIsUnverifiableAndWhatCanIsValid() {
        Policy witnessed =
                Policy.parse(
                                bytes(
                                        "log "
                                                + log.key().vkey()
                                                + "\nwitness w "
                                                + mlDsaWitness.key().vkey()
                                                + "\nquorum w\n"))
                        .orThrow();
        assertInstanceOf(Verdict.Valid.class, witnessed.check(both));
        assertInstanceOf(Verdict.Valid.class, Policy.of(mlDsaLog.key()).check(both));

        withoutMlDsa(
                () -> {
                    assertUnverifiable(witnessed.check(both));
                    assertUnverifiable(Policy.of(mlDsaLog.key()).check(both));
                    assertUnverifiable(both.verify(List.of(mlDsaWitness.key())));
                    var either = valid(Policy.of(log.key(), mlDsaLog.key()).check(both));
                    assertEquals(List.of(mlDsaLog.key()), either.note().unchecked());
                    assertEquals(1, either.signatures().size());
                    String vkey = mlDsaLog.key().vkey();
                    assertEquals(vkey, VerifierKey.parse(vkey).orThrow().vkey());
                });
    }

    private static void assertUnverifiable(Verdict<?> verdict) {
        var unknown = assertInstanceOf(Verdict.Unverifiable.class, verdict);
        assertEquals(Reason.ALGORITHM_UNAVAILABLE, unknown.reason());
    }

    private static void withoutMlDsa(Runnable checks) {
        Provider sun = Security.getProvider("SUN");
        Assumptions.assumeTrue(sun != null, "this Java's provider is not named SUN");
        Security.removeProvider("SUN");
        try {
            assertTrue(Security.addProvider(new Older(sun)) > 0);
            checks.run();
        } finally {
            Security.removeProvider("Older");
            Security.insertProviderAt(sun, 1);
        }
    }
}
