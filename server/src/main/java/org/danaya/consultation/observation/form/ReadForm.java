package org.danaya.consultation.observation.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.base.Fault;
import org.danaya.base.SearchText;
import org.danaya.consultation.observation.Observation;

/**
 * What a form says.
 *
 * @param rows those that say something
 * @param left those that don't, each with the reason
 * @param version the hash of the version that it was made for, in hexadecimal; empty where it says
 *     none
 */
record ReadForm(List<FormRow> rows, List<Left> left, String version) {

    private static final int LOOKED = 40;
    private static final int SHOWN = 200;
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    /**
     * A row that no observation is made of.
     *
     * @param reason stable: {@code heading}, {@code columns} (nothing says what its cells are),
     *     {@code empty} (a place without a word about it), {@code long}; words under {@code
     *     observation.left.CODE}
     * @param words the beginning of what it says
     */
    record Left(String sheet, int number, String reason, String words) {}

    ReadForm {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
    }

    /**
     * Reads a file by what is in it, whatever it is called.
     *
     * @throws Fault {@link CommentFormFault}
     */
    static ReadForm read(byte[] file) {
        if (isCompound(file)) {
            throw new Fault(CommentFormFault.LOCKED_OR_OLD);
        }
        return of(isWord(file) ? DocxGrids.read(file) : XlsxGrids.read(file));
    }

    /** Whether it is a compound file ([MS-CFB] 2.2). */
    private static boolean isCompound(byte[] file) {
        return file.length >= 4 && ByteBuffer.wrap(file).getInt() == 0xd0cf11e0;
    }

    /** Names of entries stand as they are in an archive. */
    private static boolean isWord(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("word/document.xml") && !text.contains("xl/workbook.xml");
    }

    static ReadForm of(List<FormGrid> grids) {
        List<FormRow> rows = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        String version = "";
        for (FormGrid grid : grids) {
            Optional<Heads> heads = Heads.find(grid);
            for (int at = 0; at < grid.rows().size(); at++) {
                FormGrid.Row row = grid.rows().get(at);
                Matcher hash = HASH.matcher(String.join(" ", row.cells()));
                if (version.isEmpty() && hash.find()) {
                    version = hash.group();
                }
                if (row.blank()) {
                    continue;
                }
                if (heads.isEmpty()) {
                    left.add(left(grid, row, "columns"));
                } else if (at <= heads.get().last() || heads.get().again(row)) {
                    left.add(left(grid, row, "heading"));
                } else {
                    read(grid, row, heads.get(), rows, left);
                }
            }
        }
        return new ReadForm(rows, left, version);
    }

    private static void read(
            FormGrid grid, FormGrid.Row row, Heads heads, List<FormRow> rows, List<Left> left) {
        FormRow read =
                new FormRow(
                        grid.name(),
                        row.number(),
                        heads.cell(row, FormColumn.MEMBER),
                        heads.cell(row, FormColumn.LINE),
                        heads.cell(row, FormColumn.CLAUSE),
                        heads.cell(row, FormColumn.PARAGRAPH),
                        heads.cell(row, FormColumn.TYPE),
                        heads.cell(row, FormColumn.COMMENT),
                        heads.cell(row, FormColumn.PROPOSAL),
                        heads.cell(row, FormColumn.BASIS),
                        isYes(heads.cell(row, FormColumn.CONFIDENTIAL)));
        boolean silent = read.comment().isBlank() && read.proposal().isBlank();
        if (silent && read.said().isEmpty() && read.basis().isBlank()) {
            // What is filled in beforehand says nothing, nor do marks.
            return;
        }
        if (silent) {
            left.add(left(grid, row, "empty"));
        } else if (read.comment().equals(FormWriter.HIDDEN)) {
            left.add(left(grid, row, "hidden"));
        } else if (read.isLongBeside()
                || read.comment().length() > Observation.Words.LONGEST
                || read.proposal().length() > Observation.Words.LONGEST
                || read.basis().length() > Observation.Words.LONGEST_BASIS) {
            left.add(left(grid, row, "long"));
        } else {
            rows.add(read);
        }
    }

    private static boolean isYes(String cell) {
        String plain = SearchText.plain(cell);
        return plain.startsWith("o")
                || plain.startsWith("y")
                || plain.equals("x")
                || plain.equals("1")
                || plain.equals("true")
                || plain.startsWith("confid");
    }

    private static Left left(FormGrid grid, FormGrid.Row row, String reason) {
        String words =
                String.join(" · ", row.cells().stream().filter(cell -> !cell.isBlank()).toList())
                        .replaceAll("\\s+", " ");
        return new Left(
                grid.name(),
                row.number(),
                reason,
                words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…");
    }

    /**
     * Which column is what.
     *
     * @param columns by what they hold
     * @param last the last row of headings
     */
    private record Heads(Map<FormColumn, Integer> columns, int last) {

        /** The row, among the first ones, that names most columns and where what is said stands. */
        static Optional<Heads> find(FormGrid grid) {
            Optional<Heads> best = Optional.empty();
            for (int at = 0; at < Math.min(LOOKED, grid.rows().size()); at++) {
                Map<FormColumn, Integer> named = named(grid.rows().get(at));
                if (named.size() >= 2
                        && (named.containsKey(FormColumn.COMMENT)
                                || named.containsKey(FormColumn.PROPOSAL))
                        && named.size() > best.map(heads -> heads.columns().size()).orElse(0)) {
                    best = Optional.of(new Heads(named, at));
                }
            }
            return best.map(heads -> heads.numbered(grid));
        }

        /** Below the headings a form may number its columns: {@code 1}, {@code (2)}. */
        private Heads numbered(FormGrid grid) {
            int next = last + 1;
            boolean numbers =
                    next < grid.rows().size()
                            && !grid.rows().get(next).blank()
                            && grid.rows().get(next).cells().stream()
                                    .filter(cell -> !cell.isBlank())
                                    .allMatch(cell -> cell.strip().matches("\\(?[0-9]{1,2}\\)?"))
                            && grid.rows().get(next).cells().stream()
                                            .filter(cell -> !cell.isBlank())
                                            .count()
                                    > 2;
            return numbers ? new Heads(columns, next) : this;
        }

        private static Map<FormColumn, Integer> named(FormGrid.Row row) {
            Map<FormColumn, Integer> named = new EnumMap<>(FormColumn.class);
            for (int column = 0; column < row.cells().size(); column++) {
                int at = column;
                FormColumn.of(row.cells().get(column))
                        .ifPresent(each -> named.putIfAbsent(each, at));
            }
            return named;
        }

        /** Whether a row says the headings again, as tables do on every page. */
        boolean again(FormGrid.Row row) {
            Map<FormColumn, Integer> named = named(row);
            return named.size() >= 3
                    && named.entrySet().stream()
                                    .filter(
                                            each ->
                                                    each.getValue()
                                                            .equals(columns.get(each.getKey())))
                                    .count()
                            >= columns.size() - 1;
        }

        String cell(FormGrid.Row row, FormColumn column) {
            return row.cell(columns.getOrDefault(column, -1)).strip();
        }
    }
}
