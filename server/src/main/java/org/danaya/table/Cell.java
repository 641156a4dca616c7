package org.danaya.table;

import java.time.Instant;
import java.time.LocalDate;
import org.danaya.page.Language;
import org.danaya.page.Tag;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** Whether nothing is shown. */
    default boolean blank() {
        return this instanceof Text(String text) && text.isEmpty();
    }

    /** Text as it is. */
    record Text(String text) implements Cell {}

    /** Words, by their key. */
    record Words(String key) implements Cell {}

    /** A name that something has in each language. */
    record Named(String french, String english) implements Cell {

        /** The name in a language. */
        public String in(Language language) {
            return switch (language) {
                case FRENCH -> french;
                case ENGLISH -> english;
            };
        }
    }

    /** Text that leads to a page. */
    record Link(String text, String path) implements Cell {}

    /** A day. */
    record Day(LocalDate day) implements Cell {}

    /** A time. */
    record Time(Instant time) implements Cell {}

    /** A number. */
    record Figure(long number) implements Cell {}

    /** A state. */
    record State(Tag tag) implements Cell {}

    /** A hash, an identifier and the like. */
    record Code(String text) implements Cell {}
}
