package org.danaya.witness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.danaya.base.Fault;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;

/** A policy in a file. */
final class PolicyFile {

    private PolicyFile() {}

    /** Reads it, or faults with {@link WitnessFault#WRONG_POLICY}, which names the line. */
    static Policy read(Path file) {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(Policy.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new Fault(
                    e,
                    WitnessFault.WRONG_POLICY,
                    file,
                    e.getClass().getSimpleName() + " " + e.getMessage());
        }
        return switch (Policy.parse(bytes)) {
            case Parsed.Ok<Policy>(Policy policy) -> policy;
            case Parsed.Malformed<Policy>(var reason, int line, int _, String detail) ->
                    throw new Fault(
                            WitnessFault.WRONG_POLICY,
                            file,
                            "line " + line + ": " + detail + " (" + reason.code() + ")");
        };
    }
}
