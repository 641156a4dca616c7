package org.danaya.trust.ceremony;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Sha256;

/**
 * What was done, in order. Each line begins with SHA-256 of the line before (of nothing, for the
 * first) and this one's text, so that none can be changed, left out or put in later without the
 * last one telling.
 */
final class Transcript {

    private static final String FIRST = "0".repeat(64);

    private final Clock clock;
    private final List<String> lines = new ArrayList<>();

    Transcript(Clock clock) {
        this.clock = clock;
    }

    /** Notes a step about some bytes. */
    void note(String step, byte[] about) {
        note(step + " sha256=" + Sha256.hexOf(about));
    }

    /** Notes a step. */
    void note(String step) {
        String text = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + step;
        lines.add(link(last(), text) + " " + text);
    }

    /** The whole, one line a step. */
    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the lines of a transcript are linked as they should be. */
    static boolean holds(String transcript) {
        String before = FIRST;
        for (String line : transcript.lines().toList()) {
            int space = line.indexOf(' ');
            if (space != FIRST.length()
                    || !line.substring(0, space).equals(link(before, line.substring(space + 1)))) {
                return false;
            }
            before = line.substring(0, space);
        }
        return !transcript.isBlank();
    }

    private String last() {
        return lines.isEmpty() ? FIRST : lines.getLast().substring(0, FIRST.length());
    }

    private static String link(String before, String text) {
        return Sha256.hexOf((before + " " + text).getBytes(StandardCharsets.UTF_8));
    }
}
