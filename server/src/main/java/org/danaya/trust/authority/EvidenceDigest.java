package org.danaya.trust.authority;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One hash over everything that an officer saw and checked. */
final class EvidenceDigest {

    private EvidenceDigest() {}

    /** SHA-256 over a line for each file and each check, in the order of their names. */
    static byte[] of(List<Evidence> files, List<EvidenceTable.Done> checks) {
        StringBuilder lines = new StringBuilder("danaya evidence v1\n");
        files.stream()
                .map(file -> "file " + file.kind() + " " + Hashes.hex(file.sha256()) + "\n")
                .sorted()
                .forEach(lines::append);
        checks.stream()
                .map(
                        done ->
                                "check "
                                        + done.check().code()
                                        + " "
                                        + done.by()
                                        + " "
                                        + done.at()
                                        + "\n")
                .sorted()
                .forEach(lines::append);
        return Hashes.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
