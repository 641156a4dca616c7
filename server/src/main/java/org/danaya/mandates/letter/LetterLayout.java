package org.danaya.mandates.letter;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.danaya.mandates.letter.LetterSheet.Ink;
import org.danaya.mandates.letter.LetterSheet.Style;
import org.danaya.page.Language;

/**
 * Where things stand on a letter: in one language its labels on the left of what they name; in two
 * languages one beside the other, line by line.
 */
final class LetterLayout {

    /**
     * Sizes where one language has the page, and where two share it.
     *
     * @param qr a side of the QR with its quiet zone: three points a module in a scan at 150 dpi
     */
    private record Sizes(
            float title, float body, float label, float leading, float between, float qr) {

        static final Sizes ALONE = new Sizes(20f, 10f, 8.5f, 13.6f, 7f, 46 * LetterSheet.MM);
        static final Sizes TWO = new Sizes(16f, 9f, 7.6f, 11.2f, 2.4f, 40 * LetterSheet.MM);
    }

    private static final float GAP = 8 * LetterSheet.MM;
    private static final float LABELS = 36 * LetterSheet.MM;
    private static final float CODE = 17f;

    /** So many lines of a row stay on one page; a longer one goes on overleaf. */
    private static final int KEPT_TOGETHER = 12;

    private final LetterSheet sheet;
    private final LetterFont font;
    private final List<LetterText> texts;
    private final List<Column> columns;
    private final Sizes sizes;

    /** Where the words of one language stand. */
    private record Column(float x, float width) {}

    /** A line that waits for its height. */
    private record Line(String text, float x, Style style) {}

    /**
     * @param texts one or two, of the same mandate
     */
    LetterLayout(LetterSheet sheet, LetterFont font, List<LetterText> texts) {
        this.sheet = sheet;
        this.font = font;
        this.texts = List.copyOf(texts);
        float width = (LetterSheet.WIDTH - GAP * (texts.size() - 1)) / texts.size();
        List<Column> places = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            places.add(new Column(LetterSheet.LEFT + i * (width + GAP), width));
        }
        this.columns = List.copyOf(places);
        this.sizes = texts.size() == 1 ? Sizes.ALONE : Sizes.TWO;
    }

    void draw(QrPicture qr) throws IOException {
        head();
        if (texts.getFirst().mark().isPresent()) {
            mark();
        }
        sheet.down(10);
        beside(LetterText::title, sizes.title(), true, sizes.title() * 1.2f);
        sheet.down(4);
        beside(LetterText::opening, sizes.body(), false, sizes.leading());
        sheet.down(8);
        for (int row = 0; row < texts.getFirst().rows().size(); row++) {
            row(row);
        }
        check(qr);
        Style style = style(8f, false, Ink.QUIET, texts.getFirst().language());
        LetterText first = texts.getFirst();
        sheet.finish(
                (page, pages) ->
                        first.number()
                                + "   ·   "
                                + first.code()
                                + "   ·   "
                                + MessageFormat.format(first.page(), page, pages)
                                + "   ·   "
                                + first.seal(),
                style);
    }

    private void head() throws IOException {
        LetterText first = texts.getFirst();
        String country =
                texts.stream()
                        .map(LetterText::country)
                        .distinct()
                        .collect(Collectors.joining(" · "));
        Style number = style(11f, true, Ink.TEXT, Language.FRENCH);
        float y = sheet.y() - 10;
        sheet.text(
                first.number(),
                LetterSheet.LEFT + LetterSheet.WIDTH - font.width(first.number(), 11f) - 1,
                y,
                number);
        sheet.text(
                font.drawable(country),
                LetterSheet.LEFT,
                y,
                style(13f, true, Ink.TEXT, Language.FRENCH));
        sheet.down(15);
        for (String line : font.wrap(first.structure(), 10.5f, LetterSheet.WIDTH * 0.8f)) {
            sheet.down(14);
            sheet.text(
                    line,
                    LetterSheet.LEFT,
                    sheet.y(),
                    style(10.5f, false, Ink.QUIET, Language.FRENCH));
        }
        sheet.down(8);
        sheet.rule();
        sheet.down(8);
    }

    /** What a reader has to know before anything else, on a ground of its own. */
    private void mark() throws IOException {
        List<List<Line>> marks = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Style style = style(sizes.label() + 1, true, Ink.WARNING, texts.get(i).language());
            float inset = 8;
            marks.add(
                    lines(
                            texts.get(i).mark().orElse(""),
                            columns.get(i).width() - 2 * inset,
                            columns.get(i).x() + inset,
                            style));
        }
        int most = marks.stream().mapToInt(List::size).max().orElse(0);
        float height = most * sizes.leading() + 10;
        sheet.ground(LetterSheet.LEFT, sheet.y() - height, LetterSheet.WIDTH, height);
        sheet.down(4);
        put(marks, sizes.leading());
        sheet.down(10);
    }

    private void row(int row) throws IOException {
        put(cells(row), sizes.leading());
        sheet.down(sizes.between());
    }

    /** In one language the label stands left of what it names; in two, above it. */
    private List<List<Line>> cells(int row) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            LetterText text = texts.get(i);
            LetterText.Row said = text.rows().get(row);
            boolean alone = texts.size() == 1;
            float left = columns.get(i).x();
            float inset = alone ? LABELS : 0;
            List<Line> label =
                    lines(
                            said.label(),
                            alone ? LABELS - 6 : columns.get(i).width(),
                            left,
                            style(sizes.label(), false, Ink.QUIET, text.language()));
            Style style = row == 0 ? named(text.language()) : body(text.language());
            List<Line> body = new ArrayList<>();
            for (String each : said.lines()) {
                body.addAll(lines(each, columns.get(i).width() - inset, left + inset, style));
            }
            if (alone) {
                cells.add(label);
                cells.add(body);
            } else {
                List<Line> both = new ArrayList<>(label);
                both.addAll(body);
                cells.add(both);
            }
        }
        return cells;
    }

    private Style named(Language language) {
        return style(sizes.body() + 2, true, Ink.TEXT, language);
    }

    private Style body(Language language) {
        return style(sizes.body(), false, Ink.TEXT, language);
    }

    private static Style style(float size, boolean bold, Ink ink, Language language) {
        return new Style(size, bold, ink, language);
    }

    /** Writes cells side by side, a line of each at a time, on another page where one is full. */
    private void put(List<List<Line>> cells, float leading) throws IOException {
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        sheet.need(Math.min(most, KEPT_TOGETHER) * leading);
        for (int i = 0; i < most; i++) {
            sheet.need(leading);
            sheet.down(leading);
            for (List<Line> cell : cells) {
                if (i < cell.size()) {
                    Line line = cell.get(i);
                    sheet.text(line.text(), line.x(), sheet.y(), line.style());
                }
            }
        }
    }

    private void check(QrPicture qr) throws IOException {
        sheet.need(sizes.qr() + 14);
        sheet.down(4);
        sheet.rule();
        sheet.down(6);
        float top = sheet.y();
        qr.draw(sheet.out(), LetterSheet.LEFT - 4 * LetterSheet.MM, top - sizes.qr(), sizes.qr());
        float left = LetterSheet.LEFT + sizes.qr();
        float width = LetterSheet.LEFT + LetterSheet.WIDTH - left;
        float y = top - 14;
        LetterText first = texts.getFirst();
        sheet.text(
                font.drawable(
                        texts.stream()
                                .map(LetterText::codeLabel)
                                .collect(Collectors.joining(" · "))),
                left,
                y,
                style(sizes.label(), false, Ink.QUIET, first.language()));
        y -= 20;
        sheet.text(first.code(), left, y, style(CODE, true, Ink.TEXT, first.language()));
        y -= 16;
        for (LetterText text : texts) {
            y = steps(text, left, y, width);
        }
        sheet.down(Math.max(sizes.qr(), top - y));
    }

    private float steps(LetterText text, float x, float from, float width) throws IOException {
        float size = texts.size() == 1 ? 9.2f : 7.6f;
        float leading = size * 1.26f;
        float y = from;
        sheet.text(
                font.drawable(text.checkTitle()),
                x,
                y,
                style(size, true, Ink.TEXT, text.language()));
        y -= leading;
        for (String step : text.check()) {
            for (String line : font.wrap(step, size, width)) {
                sheet.text(line, x, y, style(size, false, Ink.TEXT, text.language()));
                y -= leading;
            }
        }
        return y - leading * 0.4f;
    }

    private void beside(Function<LetterText, String> what, float size, boolean bold, float leading)
            throws IOException {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Style style = style(size, bold, Ink.TEXT, texts.get(i).language());
            cells.add(
                    lines(
                            what.apply(texts.get(i)),
                            columns.get(i).width(),
                            columns.get(i).x(),
                            style));
        }
        put(cells, leading);
    }

    private List<Line> lines(String text, float width, float x, Style style) {
        return font.wrap(text, style.size(), width).stream()
                .map(line -> new Line(line, x, style))
                .toList();
    }
}
