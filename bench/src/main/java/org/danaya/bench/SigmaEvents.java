package org.danaya.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.bench.peers.Peer;
import org.danaya.sigma.live.Evaluator;

/** Events, one a line, split beforehand. */
final class SigmaEvents {

    /** What the evaluator wants behind an event. */
    private static final int ROOM = 8;

    private final byte[] bytes;

    /** Where each event begins, and where the last one ends. */
    private final int[] starts;

    private SigmaEvents(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    static SigmaEvents of(byte[] lines) {
        int[] starts = new int[lines.length + 1];
        int count = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                count++;
                starts[count] = at + 1;
            }
        }
        if (starts[count] < lines.length) {
            count++;
            starts[count] = lines.length;
        }
        return new SigmaEvents(
                Arrays.copyOf(lines, lines.length + ROOM), Arrays.copyOf(starts, count + 1));
    }

    int size() {
        return starts.length - 1;
    }

    /** The bytes of all of them. */
    int length() {
        return starts[size()];
    }

    String text(int event) {
        return new String(
                bytes, starts[event], starts[event + 1] - starts[event], StandardCharsets.UTF_8);
    }

    /** Those before the number. */
    SigmaEvents first(int count) {
        return new SigmaEvents(bytes, Arrays.copyOf(starts, Math.min(count, size()) + 1));
    }

    /** Takes all to a peer. */
    void evaluate(Peer peer, Peer.Sink sink) {
        peer.evaluate(bytes, starts, sink);
    }

    /** Takes one to the evaluator; how many rules match. */
    int evaluate(Evaluator evaluator, int event) {
        int matches = evaluator.evaluate(bytes, starts[event], starts[event + 1]);
        if (matches == Evaluator.MALFORMED) {
            throw new IllegalStateException("event " + event + ": " + evaluator.why());
        }
        return matches;
    }
}
