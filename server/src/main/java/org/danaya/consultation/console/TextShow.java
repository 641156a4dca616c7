package org.danaya.consultation.console;

import gg.jte.Content;
import org.danaya.text.flow.Flow;
import org.danaya.text.form.Legend;
import org.danaya.text.html.Frame;
import org.danaya.text.html.Html;
import org.springframework.stereotype.Component;

/** Shows texts within pages: their own words escaped, no script, no style of their own. */
@Component
public class TextShow {

    /** Below the title of the page. */
    private static final int HEADING = 2;

    /**
     * A text.
     *
     * @param prefix before every {@code id}, so that two texts can stand on one page
     */
    public Content text(Flow flow, String prefix) {
        String html = Html.fragment(flow, new Frame(HEADING, prefix, Legend.FRENCH));
        return output -> output.writeContent(html);
    }
}
