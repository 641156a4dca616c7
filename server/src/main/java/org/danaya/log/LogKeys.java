package org.danaya.log;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.KeyFolder;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.SignedNote;
import org.danaya.verify.VerifierKey;

/**
 * The log's two keys: Ed25519, which every client of a C2SP log checks, and ML-DSA-44, which a
 * quantum computer doesn't break (tlog-tiles, "Checkpoints"; tlog-checkpoint, "Signatures").
 */
record LogKeys(NoteSigner ed25519, NoteSigner mlDsa44) implements SequencerTools.Signer {

    private static final String ED25519 = "log-ed25519";
    private static final String ML_DSA_44 = "log-ml-dsa-44";

    /** The keys in the folder, or nothing where one of them is missing. */
    static Optional<LogKeys> find(KeyFolder folder, String origin) {
        Optional<KeyPair> classical = folder.find(ED25519, KeyAlgorithm.ED25519);
        Optional<KeyPair> quantumSafe = folder.find(ML_DSA_44, KeyAlgorithm.ML_DSA_44);
        return classical.flatMap(one -> quantumSafe.map(other -> of(origin, one, other)));
    }

    /** The keys in the folder; those that are missing are made. Only for a log that begins. */
    static LogKeys findOrMake(KeyFolder folder, String origin) {
        return of(
                origin,
                folder.find(ED25519, KeyAlgorithm.ED25519)
                        .orElseGet(() -> folder.make(ED25519, KeyAlgorithm.ED25519)),
                folder.find(ML_DSA_44, KeyAlgorithm.ML_DSA_44)
                        .orElseGet(() -> folder.make(ML_DSA_44, KeyAlgorithm.ML_DSA_44)));
    }

    private static LogKeys of(String origin, KeyPair classical, KeyPair quantumSafe) {
        return new LogKeys(
                NoteSigner.ed25519(origin, classical),
                NoteSigner.cosignatureMlDsa44(origin, quantumSafe));
    }

    /** What others check the log's signatures with. */
    List<VerifierKey> verifiers() {
        return List.of(ed25519.key(), mlDsa44.key());
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint, Instant now) {
        return checkpoint.signed(ed25519.sign(checkpoint, now)).with(mlDsa44.sign(checkpoint, now));
    }
}
