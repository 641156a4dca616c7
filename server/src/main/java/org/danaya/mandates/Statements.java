package org.danaya.mandates;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.danaya.base.Sha256;

/** What a passkey confirms about mandates: what is done, and the hash of each one's content. */
final class Statements {

    private Statements() {}

    static byte[] of(String act, List<Mandate.Head> mandates) {
        StringBuilder text = new StringBuilder("danaya mandate " + act + " v1\n");
        mandates.stream()
                .sorted(Comparator.comparing(Mandate.Head::id))
                .forEach(
                        head ->
                                text.append(head.number())
                                        .append(' ')
                                        .append(HexFormat.of().formatHex(Sha256.of(head.content())))
                                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
