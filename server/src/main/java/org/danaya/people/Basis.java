package org.danaya.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an act in a structure's name rests on, as it is kept with the act. */
public sealed interface Basis {

    /** What a column has where an act rests on nothing. */
    String NONE = "";

    /**
     * The powers that go with the position that the person holds.
     *
     * @param id of the office
     */
    record Office(UUID id, UUID structure, List<String> within) implements Basis {

        /** Keeps a copy. */
        public Office {
            within = List.copyOf(within);
        }
    }

    /**
     * A mandate that the person holds.
     *
     * @param number the register's
     */
    record Mandate(UUID id, UUID structure, List<String> within, long number) implements Basis {

        /** Keeps a copy. */
        public Mandate {
            within = List.copyOf(within);
        }
    }

    /** The id of the office or the mandate. */
    UUID id();

    /** In whose name. */
    UUID structure();

    /**
     * The limits that the act said nothing about, so that whoever acts declares that it is within
     * them: lines of a side and a code, or {@code most}, an amount and a currency.
     */
    List<String> within();

    /** As acts name it: {@code office:ID} or {@code mandate:ID}. */
    default String subject() {
        return switch (this) {
            case Office office -> "office:" + office.id();
            case Mandate mandate -> "mandate:" + mandate.id();
        };
    }

    /** As lines of text, always the same for the same, for statements, leaves and rows. */
    default List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (this) {
                    case Office office -> "office " + office.id() + " structure " + structure();
                    case Mandate mandate ->
                            "mandate "
                                    + mandate.id()
                                    + " structure "
                                    + structure()
                                    + " number "
                                    + mandate.number();
                });
        within().forEach(each -> lines.add("within " + each));
        return lines;
    }

    /** The lines as text, each after a word and a space, each with its line feed. */
    default String text(String word) {
        return lines().stream().map(line -> word + " " + line + "\n").collect(Collectors.joining());
    }

    /** The lines as one text, for a column. */
    default String column() {
        return String.join("\n", lines());
    }

    /**
     * Reads {@link #column}.
     *
     * @param column empty where an act rests on nothing
     * @throws IllegalArgumentException for anything else
     */
    static Optional<Basis> read(String column) {
        if (column.equals(NONE)) {
            return Optional.empty();
        }
        List<String> lines = column.lines().toList();
        List<String> within =
                lines.stream().skip(1).map(line -> line.substring("within ".length())).toList();
        List<String> words = Pattern.compile(" ").splitAsStream(lines.getFirst()).toList();
        UUID id = UUID.fromString(words.get(1));
        UUID structure = UUID.fromString(words.get(3));
        return Optional.of(
                words.getFirst().equals("office")
                        ? new Office(id, structure, within)
                        : new Mandate(id, structure, within, Long.parseLong(words.get(5))));
    }
}
