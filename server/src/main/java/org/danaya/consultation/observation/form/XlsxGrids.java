package org.danaya.consultation.observation.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.danaya.base.Fault;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads workbooks (ECMA-376, XLSX) as text, within limits. Nothing is fetched or run. */
final class XlsxGrids {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_INFLATED = 64L << 20;
    private static final int MOST_SHEETS = 50;
    private static final int MOST_ROWS = 20_000;

    /** Characters of a sheet: the same long words may stand in many cells, and are written once. */
    private static final long MOST_SAID = 8_000_000;

    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_CELL = 32_767;
    private static final int SNIFFED = 4_096;

    /** Clause 3.10 is a number that is shown with two decimals. */
    private static final Pattern DECIMALS = Pattern.compile("0[.]0{1,9}");

    private XlsxGrids() {}

    /**
     * The sheets of a workbook.
     *
     * @throws Fault {@link CommentFormFault}
     */
    static List<FormGrid> read(byte[] file) {
        List<List<FormGrid.Span>> spans = check(file);
        try (ReadableWorkbook book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            List<FormGrid> grids = new ArrayList<>();
            List<Sheet> sheets = book.getSheets().limit(MOST_SHEETS + 1L).toList();
            if (sheets.size() > MOST_SHEETS) {
                throw new Fault(CommentFormFault.TOO_LARGE);
            }
            int left = MOST_ROWS;
            for (Sheet sheet : sheets) {
                List<FormGrid.Row> rows = rows(sheet, left);
                left -= rows.size();
                int at = grids.size();
                grids.add(
                        new FormGrid(sheet.getName(), rows)
                                .spread(at < spans.size() ? spans.get(at) : List.of()));
            }
            return grids;
        } catch (Fault e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever the reader makes of broken bytes, they are no workbook.
            throw new Fault(e, CommentFormFault.UNREADABLE);
        }
    }

    /**
     * What it unpacks to is counted before anything is made of it; no part declares entities.
     *
     * @return its cells that span rows, sheet by sheet
     */
    private static List<List<FormGrid.Span>> check(byte[] file) {
        long inflated = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                boolean first = true;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        inflated += read;
                        if (inflated > MOST_INFLATED || entries > MOST_ENTRIES) {
                            throw new Fault(CommentFormFault.TOO_LARGE);
                        }
                        if (first && declares(buffer, read)) {
                            throw new Fault(CommentFormFault.UNREADABLE);
                        }
                        first = false;
                    }
                }
            }
            if (entries == 0) {
                throw new Fault(CommentFormFault.UNREADABLE);
            }
            return MergedCells.of(zip);
        } catch (Fault e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Whatever the reader makes of broken bytes, they are no archive.
            throw new Fault(e, CommentFormFault.UNREADABLE);
        }
    }

    private static boolean declares(byte[] bytes, int length) {
        String begin =
                new String(bytes, 0, Math.min(length, SNIFFED), StandardCharsets.ISO_8859_1)
                        .replace("\0", "")
                        .toUpperCase(Locale.ROOT);
        return begin.contains("<!DOCTYPE") || begin.contains("<!ENTITY");
    }

    private static List<FormGrid.Row> rows(Sheet sheet, int most) throws IOException {
        List<FormGrid.Row> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            long said = 0;
            for (Row row : (Iterable<Row>) stream.limit(most + 1L)::iterator) {
                List<String> cells = cells(row);
                said += cells.stream().mapToLong(String::length).sum();
                if (said > MOST_SAID) {
                    throw new Fault(CommentFormFault.TOO_LARGE);
                }
                rows.add(new FormGrid.Row(row.getRowNum(), cells));
            }
        }
        if (rows.size() > most) {
            throw new Fault(CommentFormFault.TOO_LARGE);
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        int columns = Math.min(row.getCellCount(), MOST_COLUMNS);
        for (int column = 0; column < columns; column++) {
            cells.add(row.getOptionalCell(column).map(XlsxGrids::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        String text =
                switch (cell.getType()) {
                    case NUMBER -> number(cell);
                    case STRING -> cell.asString();
                    case FORMULA, BOOLEAN -> cell.getRawValue();
                    case ERROR, EMPTY -> "";
                };
        String plain = text == null ? "" : text.replace("_x000D_", "").replace("\r\n", "\n");
        return plain.length() <= LONGEST_CELL ? plain.strip() : plain.substring(0, LONGEST_CELL);
    }

    /**
     * A clause such as 3.1 that a spreadsheet took for a day is told as that number and the day:
     * which of its two figures came first isn't known, so that somebody has to say what is meant.
     */
    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER && format != null && isDate(format)) {
            LocalDateTime date = cell.asDate();
            return "%d.%d (%s)"
                    .formatted(date.getDayOfMonth(), date.getMonthValue(), date.toLocalDate());
        }
        BigDecimal number = cell.asNumber();
        if (number == null) {
            return "";
        }
        BigDecimal plain = number.stripTrailingZeros();
        int shown = format != null && DECIMALS.matcher(format).matches() ? format.length() - 2 : 0;
        return (plain.scale() < shown ? plain.setScale(shown) : plain).toPlainString();
    }

    private static boolean isDate(String format) {
        String plain =
                format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return (plain.contains("d") && plain.contains("m")) || plain.contains("mmm");
    }
}
