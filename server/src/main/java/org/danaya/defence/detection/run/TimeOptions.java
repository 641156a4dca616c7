package org.danaya.defence.detection.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which time is asked for. */
final class TimeOptions {

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "detect-from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", descriptionKey = "detect-to")
    private @Nullable String to;

    /** The time that is asked for; nothing where it can't be, which is told. */
    Optional<Window> window(Terminal terminal) {
        for (String time : Stream.of(from, to).filter(Objects::nonNull).toList()) {
            if (EventTimes.read(time).isEmpty()) {
                terminal.wrongUse("detect.time", time);
                return Optional.empty();
            }
        }
        Window window = new Window(time(from), time(to));
        if (window.isEmpty()) {
            terminal.wrongUse("detect.window", String.valueOf(from), String.valueOf(to));
            return Optional.empty();
        }
        return Optional.of(window);
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(EventTimes::read);
    }
}
