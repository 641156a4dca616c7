package org.danaya.gate;

import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Version;

/** The form of the logs. */
public enum LogFormat {
    /** Lines for people on a terminal, JSON anywhere else. */
    AUTO,
    /** Lines for people. */
    TEXT,
    /** One JSON object a line, as the Elastic Common Schema names things. */
    JSON;

    /** What the web framework must be told, given the console of the process. */
    Map<String, Object> properties(boolean terminal) {
        boolean json = this == JSON || (this == AUTO && !terminal);
        return json
                ? Map.of(
                        "logging.structured.format.console",
                        "ecs",
                        "logging.structured.ecs.service.version",
                        Version.current())
                : Map.of(
                        "logging.pattern.console",
                        "%d{HH:mm:ss} %-5level %msg %X{" + RequestIds.MDC_KEY + "}%n%ex");
    }

    static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
