package org.danaya.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.edge.Header;
import org.danaya.edge.Status;
import org.danaya.verify.AddCheckpoint;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.NoteSignature;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifiedSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cosigns checkpoints (C2SP tlog-witness, "add-checkpoint"). */
final class AddCheckpoints implements EdgeHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(AddCheckpoints.class);

    /** Room for a proof and for twenty signatures of the longest kind. */
    private static final int BODY_LIMIT = 128 << 10;

    private static final Status INCONSISTENT = Status.UNPROCESSABLE;

    private static final Header SIZE = EdgeAnswer.type(AddCheckpoint.SIZE_CONTENT_TYPE);

    private final Map<String, CosignedLog> logs;
    private final WitnessKeys keys;
    private final Clock clock;

    /**
     * @param logs by origin
     */
    AddCheckpoints(Map<String, CosignedLog> logs, WitnessKeys keys, Clock clock) {
        this.logs = Map.copyOf(logs);
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public String prefix() {
        return "/add-checkpoint";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public int bodyLimit() {
        return BODY_LIMIT;
    }

    @Override
    public boolean forAnySite() {
        return false;
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        if (!request.path().equals(prefix())) {
            return refuse(Status.NOT_FOUND, "no such path");
        }
        return switch (AddCheckpoint.parse(request.body())) {
            case Parsed.Malformed<AddCheckpoint>(var reason, int line, int _, String detail) ->
                    refuse(Status.BAD_REQUEST, reason.code() + ", line " + line + ": " + detail);
            case Parsed.Ok<AddCheckpoint>(AddCheckpoint asked) -> {
                CosignedLog log = logs.get(asked.checkpoint().origin());
                yield log == null
                        ? refuse(Status.NOT_FOUND, "this log is not witnessed here")
                        : answer(log, asked);
            }
        };
    }

    private EdgeAnswer answer(CosignedLog log, AddCheckpoint asked) {
        return switch (asked.note().verify(log.keys())) {
            case Verdict.Invalid<VerifiedNote>(var reason, String detail) ->
                    refuse(Status.FORBIDDEN, reason.code() + ": " + detail);
            case Verdict.Unverifiable<VerifiedNote>(var reason, String detail) ->
                    refuse(Status.FORBIDDEN, reason.code() + ": " + detail);
            case Verdict.Valid<VerifiedNote>(VerifiedNote signed) -> {
                if (asked.oldSize() > asked.checkpoint().size()) {
                    yield refuse(Status.BAD_REQUEST, "the old size is past the new one");
                }
                synchronized (log) {
                    yield compareAndCosign(log, asked, signed);
                }
            }
        };
    }

    /** Everything between reading what is remembered and replacing it, under the log's lock. */
    private EdgeAnswer compareAndCosign(CosignedLog log, AddCheckpoint asked, VerifiedNote signed) {
        Optional<CosignedLog.Cosigned> last = log.last();
        long size = last.map(cosigned -> cosigned.checkpoint().size()).orElse(0L);
        if (asked.oldSize() != size) {
            byte[] body = (size + "\n").getBytes(StandardCharsets.UTF_8);
            return new EdgeAnswer(Status.CONFLICT, List.of(SIZE, EdgeAnswer.NO_STORE), body);
        }
        TreeHash root =
                last.map(cosigned -> cosigned.checkpoint().root()).orElseGet(TreeHash::empty);
        try {
            if (!(asked.verify(root) instanceof Verdict.Valid<ConsistencyProof>)) {
                if (last.isPresent()
                        && size == asked.checkpoint().size()
                        && !asked.checkpoint().root().equals(root)) {
                    LOGGER.error(
                            "{} showed two trees of {} leaves", asked.checkpoint().origin(), size);
                    log.keepEvidence(last.get().note(), asked.note());
                    // Without the size's content type: there is no other size to ask from.
                    return refuse(Status.CONFLICT, "another tree of this size was cosigned");
                }
                return refuse(INCONSISTENT, "not consistent with what was cosigned");
            }
            return cosign(log, asked.checkpoint(), signed);
        } catch (IOException e) {
            throw new Fault(e, WitnessFault.STATE_NOT_KEPT, String.valueOf(e.getMessage()));
        }
    }

    private EdgeAnswer cosign(CosignedLog log, Checkpoint checkpoint, VerifiedNote signed)
            throws IOException {
        List<NoteSignature> cosignatures = keys.cosign(checkpoint, clock.instant());
        List<NoteSignature> all =
                new ArrayList<>(
                        signed.signatures().stream().map(VerifiedSignature::signature).toList());
        all.addAll(cosignatures);
        log.remember(new SignedNote(signed.note().text(), all));
        StringBuilder lines = new StringBuilder();
        cosignatures.forEach(cosignature -> lines.append(cosignature.line()));
        return EdgeAnswer.ok(
                lines.toString().getBytes(StandardCharsets.UTF_8),
                EdgeAnswer.TEXT,
                EdgeAnswer.NO_STORE);
    }

    private static EdgeAnswer refuse(Status status, String why) {
        return new EdgeAnswer(
                status,
                List.of(EdgeAnswer.TEXT, EdgeAnswer.NO_STORE),
                (why + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
