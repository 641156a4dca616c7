package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.text.form.Legend;

/** The table of contents, on pages of its own before the text. */
final class Contents {

    /** Headings that lie deeper aren't listed. */
    private static final int DEEPEST = 5;

    private static final float SIZE = 10;
    private static final float STEP = 14;

    /** Free for the number of the page. */
    private static final float NUMBER = 34;

    private final Letters.Case letters;
    private final Pages pages;
    private final Tag list;

    /** Its tags come before those of the text. */
    Contents(LineSetter lines, Letters.Case letters, Imprint imprint, Tag above, String language) {
        this.letters = letters;
        this.pages = new Pages(imprint.sheet());
        Legend legend = imprint.legend();
        String foreign = legend.language().equals(language) ? "" : legend.language();
        Part.Shape shape = new Part.Shape(14, 0, 0, 8, true);
        Part.Para head =
                new Part.Para(
                        "H1",
                        List.of(),
                        List.of(Bit.Words.of(legend.say("contents"), Look.PLAIN.bold())),
                        shape,
                        List.of(),
                        0,
                        foreign,
                        false);
        pages.paragraph(lines.set(head, pages.width(), above), shape, 0);
        this.list = above.block("TOC");
    }

    /**
     * The pages.
     *
     * @param spots where headings are on the pages of the text
     */
    List<Leaf> set(List<Heading> headings, Map<String, Pages.Spot> spots) {
        List<Heading> listed =
                headings.stream()
                        .filter(heading -> heading.depth() <= DEEPEST)
                        .filter(heading -> spots.containsKey(heading.name()))
                        .toList();
        int before = count(listed);
        for (Heading heading : listed) {
            int page = spots.getOrDefault(heading.name(), new Pages.Spot(0, 0)).page();
            Tag entry = list.block("TOCI");
            pages.paragraph(entry(heading, page + before + 1, entry), shape(heading), 0);
        }
        pages.finish();
        return pages.leaves();
    }

    /** How many pages the entries take: the same whatever the numbers are. */
    private int count(List<Heading> headings) {
        Pages trial = pages.again();
        Tag nowhere = Tag.nowhere();
        for (Heading heading : headings) {
            trial.paragraph(entry(heading, 1, nowhere), shape(heading), 0);
        }
        trial.finish();
        return trial.leaves().size();
    }

    private static Part.Shape shape(Heading heading) {
        return new Part.Shape(SIZE, (heading.depth() - 1) * STEP, 0, 2, false);
    }

    private List<SetLine> entry(Heading heading, int page, Tag entry) {
        String href = "#" + heading.name();
        Look look = heading.depth() == 1 ? Look.PLAIN.bold() : Look.PLAIN;
        Tag link = entry.inline("Reference").inline("Link");
        LineFill fill =
                new LineFill(letters, shape(heading), pages.width() - NUMBER, List.of(), false);
        fill.words(heading.words(), look, href, link);
        List<SetLine> set = new ArrayList<>(fill.lines(called -> List.of()));
        SetLine last = set.removeLast();
        List<Fragment> fragments = new ArrayList<>(last.fragments());
        Fragment end = fragments.getLast();
        String number = Integer.toString(page);
        float wide = letters.of(Face.REGULAR).width(number, SIZE);
        float from = pages.width() - wide;
        leader(end.x() + end.width() + 5, from - 5, fragments);
        fragments.add(new Fragment(from, number, wide, SIZE, Look.PLAIN, href, link));
        set.add(
                new SetLine(
                        fragments, last.height(), last.baseline(), List.of(), List.of(), false));
        return set;
    }

    /** Dots that lead the eye; they are no part of the text. */
    private void leader(float from, float to, List<Fragment> fragments) {
        float dot = letters.of(Face.REGULAR).width(" .", SIZE);
        int count = (int) ((to - from) / dot);
        if (count > 1) {
            Look look = Look.PLAIN.in(Ink.QUIET);
            float wide = count * dot;
            fragments.add(new Fragment(to - wide, " .".repeat(count), wide, SIZE, look, "", null));
        }
    }
}
