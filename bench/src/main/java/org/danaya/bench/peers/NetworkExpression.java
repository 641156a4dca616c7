package org.danaya.bench.peers;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.danaya.sigma.rule.Network;

/** The addresses of a network as an expression over their text. */
final class NetworkExpression {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    private NetworkExpression() {}

    /**
     * Of four decimal numbers without leading zeros; nothing for IPv6, whose spellings are many.
     */
    static Optional<String> of(Network network) {
        byte[] address = network.address();
        if (address.length != 4) {
            return Optional.empty();
        }
        return Optional.of(
                IntStream.range(0, 4)
                        .mapToObj(at -> octet(address[at] & 0xff, network.prefix() - (8 * at)))
                        .collect(Collectors.joining("\\.")));
    }

    /** A number whose first bits are those of the first one. */
    private static String octet(int first, int bits) {
        if (bits >= 8) {
            return String.valueOf(first);
        }
        if (bits <= 0) {
            return OCTET;
        }
        return IntStream.range(first, first + (1 << (8 - bits)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("|", "(", ")"));
    }
}
