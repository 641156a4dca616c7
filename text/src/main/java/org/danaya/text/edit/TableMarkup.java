package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.danaya.text.akn.Element;

/** Tables as lines. */
final class TableMarkup {

    static final String CAPTION = "|| ";

    private static final Pattern CELL = Pattern.compile("(?:[^|\\\\]|\\\\.)*");
    private static final Pattern RULE = Pattern.compile("\\s*:?-{3,}:?\\s*");
    private static final Pattern AROUND = Pattern.compile("\\{(t[dh] [0-9a-f]{6})\\}\\s?");

    private TableMarkup() {}

    /** Whether lines can say a table. */
    static boolean sayable(Element table) {
        if (!table.tag().equals("table") || !Tree.said(table).isEmpty()) {
            return false;
        }
        return table.elements().allMatch(TableMarkup::sayableRow);
    }

    private static boolean sayableRow(Element row) {
        if (row.tag().equals("caption")) {
            return Tree.said(row).isEmpty();
        }
        return row.tag().equals("tr")
                && Tree.said(row).isEmpty()
                && !row.children().isEmpty()
                && row.elements().allMatch(InlineMarkup::paragraphs);
    }

    static List<String> write(Element table, Handles handles) {
        List<String> lines = new ArrayList<>();
        table.elements("caption")
                .forEach(caption -> lines.add(CAPTION + InlineMarkup.of(caption, handles)));
        boolean heads = true;
        for (Element row : table.elements("tr").toList()) {
            boolean head = row.elements().allMatch(cell -> cell.tag().equals("th"));
            if (heads && !head && !lines.isEmpty() && !lines.getLast().startsWith(CAPTION)) {
                lines.add(rule(table));
            }
            heads &= head;
            lines.add(row(row, handles));
        }
        if (heads) {
            lines.add(rule(table));
        }
        return lines;
    }

    private static String rule(Element table) {
        long cells = table.first("tr").orElseThrow().elements().count();
        return "|" + " --- |".repeat((int) Math.min(cells, 100));
    }

    private static String row(Element row, Handles handles) {
        StringBuilder line = new StringBuilder("|");
        for (Element cell : row.elements().toList()) {
            line.append(' ');
            if (!Tree.said(cell).isEmpty()) {
                line.append('{').append(Handles.around(cell)).append("} ");
            }
            String words = InlineMarkup.several(cell, handles);
            line.append(RULE.matcher(words).matches() ? "\\" + words : words).append(" |");
        }
        return line.toString();
    }

    /**
     * A table of lines that follow one another.
     *
     * @param lines each begins with {@code |}
     */
    static Element read(List<String> lines, Handles handles) {
        List<Element> children = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        int heads = 0;
        for (String line : lines) {
            if (line.startsWith("||") && children.isEmpty() && rows.isEmpty()) {
                children.add(InlineReading.read("caption", line.substring(2).strip(), handles));
                continue;
            }
            List<String> cells = cells(line);
            if (!rows.isEmpty() && heads == 0 && cells.stream().allMatch(RULE.asMatchPredicate())) {
                heads = rows.size();
            } else {
                rows.add(cells);
            }
        }
        for (int at = 0; at < rows.size(); at++) {
            String tag = at < heads ? "th" : "td";
            children.add(
                    Element.of(
                            "tr",
                            rows.get(at).stream().map(cell -> cell(tag, cell, handles)).toList()));
        }
        return Element.of("table", children);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = CELL.matcher(line);
        int at = 1;
        while (at <= line.length()) {
            cell.region(at, line.length());
            boolean found = cell.lookingAt();
            int end = found ? cell.end() : line.length();
            String words = line.substring(at, end);
            boolean last = end >= line.length();
            if (!last || !words.isBlank() || cells.isEmpty()) {
                cells.add(words.strip());
            }
            if (last) {
                break;
            }
            at = end + 1;
        }
        return cells;
    }

    private static Element cell(String tag, String said, Handles handles) {
        String words = said;
        Element cell = Element.of(tag);
        var around = AROUND.matcher(words);
        if (around.lookingAt() && handles.isAround(around.group(1))) {
            cell = handles.marked(around.group(1));
            words = words.substring(around.end());
        }
        if (words.isEmpty()) {
            return cell;
        }
        return cell.with(MarkupReader.paragraphs(words, handles));
    }
}
