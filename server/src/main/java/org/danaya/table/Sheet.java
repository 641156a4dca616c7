package org.danaya.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.danaya.page.Tag;
import org.danaya.page.View;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows as a workbook of one sheet (ECMA-376, XLSX). Days, times and numbers are cells of
 * their kind, which the reader's spreadsheet writes in the reader's form; text is text, so that
 * none of it is ever a formula. Times are those of the country.
 */
public final class Sheet {

    /** What a workbook is on the wire. */
    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows that wait in memory before they are written. */
    private static final int KEPT = 500;

    private static final int NAME_LENGTH = 31;
    private static final int LONGEST = 32_767;

    private final View view;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    /**
     * A workbook.
     *
     * @param name of its sheet
     */
    public Sheet(View view, OutputStream out, String name) {
        this.view = view;
        this.book = new Workbook(out, "Danaya", null);
        this.sheet = book.newWorksheet(sheetName(name));
        sheet.freezePane(0, 1);
    }

    /** Writes the first row; once, before all others. */
    public void heads(List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            sheet.inlineString(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, 22);
        }
        row = 1;
    }

    /** Writes the next row. */
    public void row(List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        row++;
        if (row % KEPT == 0) {
            sheet.flush();
        }
    }

    /** Writes what is left. */
    public void end() throws IOException {
        book.close();
    }

    private void put(int column, Cell cell) {
        switch (cell) {
            case Cell.Text(String text) -> text(column, text);
            case Cell.Link(String text, String _) -> text(column, text);
            case Cell.Code(String text) -> text(column, text);
            case Cell.Words(String key) -> text(column, view.word(key));
            case Cell.Named named -> text(column, named.in(view.language()));
            case Cell.State(Tag tag) -> text(column, view.word(tag.key()));
            case Cell.Figure(long number) -> sheet.value(row, column, number);
            case Cell.Day(var day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(view.word("table.sheet.day")).set();
            }
            case Cell.Time(var time) -> {
                sheet.value(row, column, view.hours(time));
                sheet.style(row, column).format(view.word("table.sheet.time")).set();
            }
        }
    }

    /** A cell holds so much and no more (ECMA-376, and what spreadsheets bear). */
    private void text(int column, String text) {
        String plain = text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
        sheet.inlineString(
                row, column, plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST));
    }

    private static String sheetName(String name) {
        String plain = name.replaceAll("[\\[\\]*/\\\\?:']", " ").strip();
        return plain.length() <= NAME_LENGTH ? plain : plain.substring(0, NAME_LENGTH);
    }
}
