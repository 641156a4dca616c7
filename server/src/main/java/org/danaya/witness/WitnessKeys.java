package org.danaya.witness;

import java.time.Instant;
import java.util.List;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.KeyFolder;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.NoteSignature;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.VerifierKey;

/**
 * The witness's two keys (C2SP tlog-cosignature): ML-DSA-44, which new deployments should use, and
 * Ed25519, which every client knows.
 */
record WitnessKeys(NoteSigner ed25519, NoteSigner mlDsa44) {

    private static final String ED25519 = "witness-ed25519";
    private static final String ML_DSA_44 = "witness-ml-dsa-44";

    /** The keys in the folder; those that are missing are made. */
    static WitnessKeys findOrMake(KeyFolder folder, String name) {
        return new WitnessKeys(
                NoteSigner.cosignatureEd25519(
                        name,
                        folder.find(ED25519, KeyAlgorithm.ED25519)
                                .orElseGet(() -> folder.make(ED25519, KeyAlgorithm.ED25519))),
                NoteSigner.cosignatureMlDsa44(
                        name,
                        folder.find(ML_DSA_44, KeyAlgorithm.ML_DSA_44)
                                .orElseGet(() -> folder.make(ML_DSA_44, KeyAlgorithm.ML_DSA_44))));
    }

    /** What others check the cosignatures with. */
    List<VerifierKey> verifiers() {
        return List.of(ed25519.key(), mlDsa44.key());
    }

    List<NoteSignature> cosign(Checkpoint checkpoint, Instant now) {
        return List.of(ed25519.sign(checkpoint, now), mlDsa44.sign(checkpoint, now));
    }
}
