package org.danaya.text.html;

import org.danaya.text.form.Legend;
import org.danaya.text.form.Tally;
import org.danaya.text.redline.Redline;

/** Writes what changed between two versions of a text as HTML. */
public final class RedlineHtml {

    private static final String STYLE =
            """
            ins{text-decoration:underline;text-decoration-thickness:.1em;background:#e3f4e8;color:#0b4a25}
            del{text-decoration:line-through;background:#fbe9e9;color:#8c1c1c}
            .said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
            .moved{border-inline-start:4px double #5b2a86;padding-inline-start:.75rem}
            .move{font-size:.875rem;margin:.6em 0 0;color:#5b2a86}
            .changes{border:1px solid #6b7785;padding:.5rem 1rem;margin-bottom:2rem}
            .notes li>p{margin:0}.notes li>p:first-of-type{display:inline}
            details{margin:1em 0}summary{color:#44505c;cursor:pointer}
            @media print{ins,del{background:none}details::details-content{content-visibility:visible;display:block}}
            """;

    private RedlineHtml() {}

    /**
     * A document of its own.
     *
     * @param folded whether long stretches in which nothing changed are folded
     */
    public static String document(Redline redline, Legend legend, boolean folded) {
        String title = Html.title(redline.after(), legend) + " – " + legend.say("changes");
        String fragment = fragment(redline, Frame.alone(legend), folded);
        return Sheet.document(redline.language(), title, fragment, STYLE);
    }

    /**
     * For a page: one {@code div} with the classes {@code text} and {@code redline}; words for
     * readers of screens have the class {@code said}, which a page hides from sight.
     *
     * @param folded whether long stretches in which nothing changed are folded
     */
    public static String fragment(Redline redline, Frame frame, boolean folded) {
        Markup out = new Markup();
        out.open("div", "class", "text redline", "lang", redline.language()).line();
        head(out, redline, frame);
        new RedlineMarkup(out, redline, frame).write(folded);
        return out.close().line().toString();
    }

    private static void head(Markup out, Redline redline, Frame frame) {
        Legend legend = frame.legend();
        String foreign = legend.language().equals(redline.language()) ? "" : legend.language();
        String name = legend.say("changes");
        out.open("section", "class", "changes", "lang", foreign, "aria-label", name).line();
        out.open("ul").line();
        Tally.of(redline).sentences(legend).forEach(each -> out.words("li", each).line());
        out.close().line();
        out.open("p").words(legend.say("legend") + " – ");
        out.open("ins").words(legend.say("legend.came")).close().words(". ");
        out.open("del").words(legend.say("legend.went")).close().words(". ");
        out.words(legend.say("legend.moved")).words(". ");
        out.words(legend.say("legend.renumbered")).words(".").close().line();
        out.close().line();
    }
}
