package org.danaya.people.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.danaya.people.PeopleFault;
import org.danaya.people.StructureBatches;
import org.danaya.people.draft.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file: CSV (RFC 4180) in UTF-8, with or without a byte order mark, separated by
 * semicolons, commas or tabs, as spreadsheets of every language write it. A line {@code sep=;}
 * before the headings is understood; so is the apostrophe that our exports put before what a
 * spreadsheet would take for a formula.
 */
final class CsvReading {

    /** How large a file may be. */
    static final int MOST_BYTES = 1 << 20;

    private static final String FILE = "file";

    private final byte[] bytes;
    private final Sheet sheet;

    private CsvReading(byte[] bytes, Sheet sheet) {
        this.bytes = bytes;
        this.sheet = sheet;
    }

    static CsvOutcome read(byte[] bytes, Sheet sheet) {
        return new CsvReading(bytes, sheet).outcome();
    }

    private CsvOutcome outcome() {
        if (bytes.length > MOST_BYTES) {
            return refused(PeopleFault.FILE_TOO_LARGE, MOST_BYTES / 1024);
        }
        if (isNoText()) {
            return refused(PeopleFault.FILE_NOT_TEXT);
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(input, decoded, true);
        decoded.flip();
        String text = decoded.toString();
        if (result.isError()) {
            return refused(
                    PeopleFault.FILE_NOT_UTF8, 1 + text.chars().filter(c -> c == '\n').count());
        }
        return parsed(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /** A workbook (ZIP or OLE), UTF-16, or anything with a zero byte near its beginning. */
    private boolean isNoText() {
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9;
        boolean wide =
                bytes.length > 1
                        && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        boolean ole = bytes.length > 1 && bytes[0] == (byte) 0xd0 && bytes[1] == (byte) 0xcf;
        boolean zero = false;
        for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
            zero |= bytes[i] == 0;
        }
        return zip || wide || ole || zero;
    }

    private CsvOutcome parsed(String text) {
        int skipped = 0;
        String rest = text;
        Character told = null;
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            told = text.charAt(4);
            int end = text.indexOf('\n');
            rest = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        char separator = told == null ? separator(rest) : told;
        if ("\r\n\"".indexOf(separator) >= 0) {
            return refused(PeopleFault.FILE_NOT_TEXT);
        }
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(new StringReader(rest)).setFormat(format).get()) {
            return new Rows(parser, skipped, sheet).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The separator that the headings have most of, outside quotation marks. */
    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if ((c == '\n' || c == '\r')
                    && !quoted
                    && counts[0] + counts[1] + counts[2] > 0) {
                break;
            } else if (!quoted && ";,\t".indexOf(c) >= 0) {
                counts[";,\t".indexOf(c)]++;
            }
        }
        int most = counts[0] >= counts[1] ? 0 : 1;
        return ";,\t".charAt(counts[2] > counts[most] ? 2 : most);
    }

    private static CsvOutcome.Unreadable refused(PeopleFault fault, Object... facts) {
        return new CsvOutcome.Unreadable(Problem.of(FILE, fault, facts));
    }

    /** The rows of one file, read once. */
    private static final class Rows {

        private final CSVParser parser;
        private final int skipped;
        private final Sheet sheet;
        private final List<Sheet.@Nullable Column> columns = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();
        private final List<CsvOutcome.Row> rows = new ArrayList<>();

        Rows(CSVParser parser, int skipped, Sheet sheet) {
            this.parser = parser;
            this.skipped = skipped;
            this.sheet = sheet;
        }

        CsvOutcome read() {
            int line = 1;
            try {
                var records = parser.iterator();
                while (records.hasNext()) {
                    CSVRecord record = records.next();
                    int next = (int) parser.getCurrentLineNumber() + 1;
                    CsvOutcome.Unreadable problem = isEmpty(record) ? null : take(record, line);
                    if (problem != null) {
                        return problem;
                    }
                    line = Math.max(next, line + 1);
                }
            } catch (UncheckedIOException | IllegalStateException _) {
                return refused(PeopleFault.FILE_QUOTES, line + skipped);
            }
            return columns.isEmpty()
                    ? refused(PeopleFault.FILE_EMPTY)
                    : new CsvOutcome.Read(List.copyOf(rows), List.copyOf(ignored));
        }

        private CsvOutcome.@Nullable Unreadable take(CSVRecord record, int line) {
            if (columns.isEmpty()) {
                return headings(record);
            }
            if (rows.size() == StructureBatches.MOST) {
                return refused(PeopleFault.FILE_TOO_LONG, StructureBatches.MOST);
            }
            Map<String, String> values = new HashMap<>();
            boolean wide = false;
            for (int i = 0; i < record.size(); i++) {
                Sheet.Column column = i < columns.size() ? columns.get(i) : null;
                if (column != null) {
                    values.put(column.field(), withoutGuard(record.get(i)));
                }
                wide |= i >= columns.size() && !record.get(i).isBlank();
            }
            columns.stream()
                    .filter(Objects::nonNull)
                    .forEach(column -> values.putIfAbsent(column.field(), ""));
            List<Problem> problems =
                    wide
                            ? List.of(
                                    Problem.of(
                                            "line",
                                            PeopleFault.LINE_TOO_WIDE,
                                            record.size(),
                                            columns.size()))
                            : List.of();
            rows.add(new CsvOutcome.Row(line + skipped, values, problems));
            return null;
        }

        private CsvOutcome.@Nullable Unreadable headings(CSVRecord record) {
            Map<String, Sheet.Column> known = new HashMap<>();
            for (Sheet.Column column : sheet.columns()) {
                Stream.concat(Stream.of(column.name()), column.others().stream())
                        .forEach(name -> known.put(name, column));
            }
            for (String heading : record) {
                Sheet.Column column = known.get(Sheet.plain(heading));
                if (column != null && columns.contains(column)) {
                    return refused(PeopleFault.COLUMN_TWICE, column.name());
                }
                if (column == null && !heading.isBlank()) {
                    ignored.add(Sheet.shown(heading));
                }
                columns.add(column);
            }
            return sheet.columns().stream()
                    .filter(column -> column.needed() && !columns.contains(column))
                    .findFirst()
                    .map(column -> missing(column, record))
                    .orElse(null);
        }

        private static CsvOutcome.Unreadable missing(Sheet.Column column, CSVRecord record) {
            List<String> found =
                    record.stream()
                            .filter(name -> !name.isBlank())
                            .limit(20)
                            .map(Sheet::shown)
                            .toList();
            return refused(PeopleFault.COLUMN_MISSING, column.name(), String.join(", ", found));
        }

        private static boolean isEmpty(CSVRecord record) {
            return record.stream().allMatch(String::isBlank);
        }

        private static String withoutGuard(String text) {
            return text.length() > 1
                            && text.charAt(0) == '\''
                            && StructureFile.needsGuard(text.substring(1))
                    ? text.substring(1)
                    : text;
        }
    }
}
