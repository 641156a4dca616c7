package org.danaya.text.html;

import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.danaya.text.form.Legend;

/** Writes a text as HTML. */
public final class Html {

    private Html() {}

    /** A document of its own, with one small style sheet. */
    public static String document(Flow flow, Legend legend) {
        Frame frame = Frame.alone(legend);
        return Sheet.document(flow.language(), title(flow, legend), fragment(flow, frame));
    }

    /**
     * For a page: one {@code div} with the class {@code text}. How deep lines lie is told by
     * classes {@code l1} to {@code l9}, what they are by {@code front}, {@code contents}, {@code
     * caption}, {@code cross}.
     */
    public static String fragment(Flow flow, Frame frame) {
        Markup out = new Markup();
        out.open("div", "class", "text", "lang", flow.language()).line();
        FlowMarkup text = new FlowMarkup(out, flow, frame);
        text.blocks(flow.blocks());
        text.notes(out);
        return out.close().line().toString();
    }

    /** The title of a text, or its first line that is one. */
    static String title(Flow flow, Legend legend) {
        return flow.title().isEmpty()
                ? flow.lines()
                        .filter(line -> line.role() == Role.TITLE)
                        .map(Line::text)
                        .map(words -> words.replace('\n', ' ').strip())
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(legend.say("text"))
                : flow.title();
    }
}
