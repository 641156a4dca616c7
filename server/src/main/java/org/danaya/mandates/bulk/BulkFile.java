package org.danaya.mandates.bulk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.danaya.base.SearchText;
import org.danaya.mandates.console.Several;

/**
 * A list of wanted mandates: CSV (RFC 4180) in UTF-8, with or without its mark, between commas,
 * semicolons or tabs; one line each, at most {@link Several#MOST}.
 */
final class BulkFile {

    /** The most bytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final int LONGEST = 2_000;

    /** What spreadsheets put before a text that looks like a formula. */
    private static final Pattern HARMLESS = Pattern.compile("^'(?=[=+@\\-\\t])");

    private BulkFile() {}

    /** The columns, by their headings in French and in English, whatever case and accents. */
    enum Column {
        PERSON("personne", "person"),
        STRUCTURE("structure", "structure"),
        FUNCTION("fonction", "function"),
        KIND("nature", "kind"),
        POWERS("pouvoirs", "powers"),
        FROM("du", "from"),
        LAST("au", "to"),
        BASIS("acte", "act"),
        TERRITORY("territoire", "territory"),
        MATTERS("matieres", "matters"),
        EVENTS("evenements", "events"),
        TEXTS("textes", "texts"),
        TOWARDS("aupres", "towards"),
        AMOUNT("montant", "amount"),
        DEPTH("transmission", "depth");

        private final String french;
        private final String english;

        Column(String french, String english) {
            this.french = french;
            this.english = english;
        }

        /** Its heading in French. */
        String heading() {
            return french;
        }

        private static Optional<Column> of(String heading) {
            String plain = SearchText.plain(heading).strip();
            for (Column each : values()) {
                if (each.french.equals(plain) || each.english.equals(plain)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A line.
     *
     * @param number of the line in the file, as an editor counts, where each is on one
     */
    record Line(int number, Map<Column, String> cells) {

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** How the reading of a list ended. */
    sealed interface Outcome {

        /** All lines that aren't empty. */
        record Read(List<Line> lines) implements Outcome {}

        /** It is no such list: the key of the words, and what fills their places. */
        record Unreadable(String key, List<Object> facts) implements Outcome {}
    }

    static Outcome read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return unreadable("mandates.bulk.not-utf8");
        }
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        String head = text.lines().findFirst().orElse("");
        char separator = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser =
                CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
            return read(parser);
        } catch (IOException | RuntimeException _) {
            return unreadable("mandates.bulk.broken");
        }
    }

    private static Outcome read(CSVParser parser) {
        List<Optional<Column>> columns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (CSVRecord each : parser) {
            if (each.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                Set<Column> seen = new HashSet<>();
                for (String heading : each) {
                    Optional<Column> column = Column.of(heading);
                    if (column.isEmpty() && !heading.isBlank()) {
                        return unreadable("mandates.bulk.column", shown(heading));
                    }
                    if (column.isPresent() && !seen.add(column.get())) {
                        return unreadable("mandates.bulk.column.twice", shown(heading));
                    }
                    columns.add(column);
                }
                for (Column needed :
                        List.of(
                                Column.PERSON,
                                Column.POWERS,
                                Column.FROM,
                                Column.LAST,
                                Column.BASIS)) {
                    if (!seen.contains(needed)) {
                        return unreadable("mandates.bulk.column.missing", needed.heading());
                    }
                }
            } else if (lines.size() == Several.MOST) {
                return unreadable("mandates.bulk.too-long", Several.MOST);
            } else {
                lines.add(line(each, columns, parser.getCurrentLineNumber()));
            }
        }
        return lines.isEmpty()
                ? unreadable("mandates.bulk.empty")
                : new Outcome.Read(List.copyOf(lines));
    }

    private static Line line(CSVRecord record, List<Optional<Column>> columns, long number) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(columns.size(), record.size()); i++) {
            String cell = HARMLESS.matcher(record.get(i).strip()).replaceFirst("");
            String kept = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
            columns.get(i).filter(_ -> !kept.isEmpty()).ifPresent(at -> cells.put(at, kept));
        }
        return new Line(Math.toIntExact(number), cells);
    }

    private static String shown(String heading) {
        return heading.length() > 40 ? heading.substring(0, 40) + "…" : heading;
    }

    private static Outcome unreadable(String key, Object... facts) {
        return new Outcome.Unreadable(key, List.of(facts));
    }
}
