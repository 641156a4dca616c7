package org.danaya.witness;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeFault;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.verify.Checkpoint;

/**
 * The last checkpoint that was cosigned of each log, for monitors (C2SP tlog-witness, "Monitor
 * Retrieval Mechanism").
 */
final class CosignedCheckpoints implements EdgeHandler {

    private final Map<String, CosignedLog> byPath;

    /**
     * @param logs by origin
     */
    CosignedCheckpoints(Map<String, CosignedLog> logs) {
        this.byPath =
                logs.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        log ->
                                                "/"
                                                        + Checkpoint.originHash(log.getKey())
                                                        + "/checkpoint",
                                        Map.Entry::getValue));
    }

    @Override
    public String name() {
        return "monitor";
    }

    @Override
    public String prefix() {
        return "/";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public int bodyLimit() {
        return 0;
    }

    @Override
    public boolean forAnySite() {
        return true;
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        CosignedLog log = byPath.get(request.path());
        if (log == null) {
            throw new Fault(EdgeFault.NOT_FOUND);
        }
        Optional<CosignedLog.Cosigned> last;
        synchronized (log) {
            last = log.last();
        }
        byte[] note = last.orElseThrow(() -> new Fault(EdgeFault.NOT_FOUND)).note().toBytes();
        return EdgeAnswer.ok(note, EdgeAnswer.TEXT, EdgeAnswer.SECONDS);
    }
}
