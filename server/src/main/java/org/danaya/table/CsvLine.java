package org.danaya.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of RFC 4180 that spreadsheets open without harm.
 *
 * <p>A French spreadsheet may split a line at semicolons, another at tabs, and then neither knows
 * our quotation marks. So a text gets an apostrophe wherever a cell could begin in it and be taken
 * for a formula: at its own beginning and after each semicolon, tab and line break, whatever blanks
 * and quotation marks come between. Signs of full width begin formulas too where people type them.
 */
public final class CsvLine {

    private static final String FORMULA = "[\\s\\p{Z}\"]*[=+@\\uff1d\\uff0b\\uff20\\uff0d-]";

    private static final Pattern WHOLE = Pattern.compile("^(?=[\\t\\r\\n]|" + FORMULA + ")");

    private static final Pattern PART = Pattern.compile("([;\\t\\r\\n])(?=" + FORMULA + ")");

    private static final Pattern QUOTED = Pattern.compile("[,;\"\\t\\r\\n]");

    private CsvLine() {}

    /** A text of which no part is a formula. */
    public static String harmless(String text) {
        return WHOLE.matcher(PART.matcher(text).replaceAll("$1'")).replaceFirst("'");
    }

    /** The whole line, with its end. The texts are written as they are, between quotation marks. */
    public static String of(List<String> texts) {
        return texts.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
