package org.danaya.bench.peers;

import java.util.List;
import org.danaya.sigma.rule.Part;

/** A pattern as the plainest query that says it. */
public sealed interface Wildcards {

    /** The value is this text. */
    record Whole(String text) implements Wildcards {}

    /** The value begins with this text. */
    record Start(String text) implements Wildcards {}

    /** {@code *} and {@code ?}, a backslash before each of these that stands for itself. */
    record Wild(String pattern) implements Wildcards {}

    /** Of a pattern's parts. */
    static Wildcards of(List<Part> parts) {
        if (parts.isEmpty()) {
            return new Whole("");
        }
        if (parts.getFirst() instanceof Part.Literal(String text)) {
            if (parts.size() == 1) {
                return new Whole(text);
            }
            if (parts.size() == 2 && parts.getLast() instanceof Part.AnyRun) {
                return new Start(text);
            }
        }
        StringBuilder pattern = new StringBuilder();
        for (Part part : parts) {
            pattern.append(
                    switch (part) {
                        case Part.AnyRun _ -> "*";
                        case Part.AnyOne _ -> "?";
                        case Part.Literal(String text) -> text.replaceAll("[*?\\\\]", "\\\\$0");
                    });
        }
        return new Wild(pattern.toString());
    }
}
