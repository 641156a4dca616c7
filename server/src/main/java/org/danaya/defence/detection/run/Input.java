package org.danaya.defence.detection.run;

import java.io.IOException;
import org.danaya.page.Terminal;
import org.danaya.sigma.input.InputFile;

/** Something that was named as an input, or lies below what was. */
sealed interface Input {

    /** What it is called. */
    String name();

    /**
     * Something to read events from.
     *
     * @param size in bytes, as it is stored; 0 where nobody knows
     * @param named whether it was named itself, rather than a folder above it
     */
    record Openable(String name, long size, boolean named, Opening opening) implements Input {}

    /** Something that can't be read, for a cause of a stable code. */
    record Unreadable(String name, String cause, String detail) implements Input {

        /** What the system says; our own words where it says nothing more. */
        String why(Terminal terminal) {
            return detail.isEmpty() ? words(terminal) : detail;
        }

        /** Why, in the reader's language, and what the system says. */
        String words(Terminal terminal) {
            String why = terminal.word("findings.cause." + cause);
            return detail.isEmpty() ? why : why + " – " + detail;
        }
    }

    /** Something that isn't to be read, for a cause of a stable code. */
    record LeftOut(String name, String cause) implements Input {}

    /**
     * Rules where events were to be.
     *
     * @param name what was named: a file of rules, or a folder with such files below it
     * @param files how many
     * @param alone whether nothing else was there
     */
    record OfRules(String name, int files, boolean alone) implements Input {}

    /** Opens an input. */
    @FunctionalInterface
    interface Opening {
        InputFile open() throws IOException;
    }
}
