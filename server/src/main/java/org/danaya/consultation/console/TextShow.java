package org.danaya.consultation.console;

import gg.jte.Content;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.page.Language;
import org.danaya.page.View;
import org.danaya.text.file.TextFiles;
import org.danaya.text.flow.Flow;
import org.danaya.text.form.Legend;
import org.danaya.text.html.Frame;
import org.danaya.text.html.Html;
import org.danaya.text.html.RedlineHtml;
import org.danaya.text.redline.Redline;

/** Shows texts within pages: their own words escaped, no script, no style of their own. */
public final class TextShow {

    /** Below the title of the page. */
    private static final int HEADING = 2;

    /** Digits of a hash that tell versions apart at the foot of a page. */
    private static final int SHOWN = 16;

    private TextShow() {}

    /** A text; what isn't its own is told in the reader's language. */
    public static Content text(Flow flow, View view) {
        String html = Html.fragment(flow, new Frame(HEADING, "", legend(view)));
        return output -> output.writeContent(html);
    }

    /** What changed between two versions, what is the same being folded. */
    public static Content changes(Redline redline, View view) {
        String html = RedlineHtml.fragment(redline, new Frame(HEADING, "", legend(view)), true);
        return output -> output.writeContent(html);
    }

    /** What a file of a version says of itself. */
    public static TextFiles.Imprinted imprinted(Dossier dossier, TextVersion version, View view) {
        String foot =
                view.word("consultation.version.of", version.head().number(), dossier.title())
                        + " – "
                        + version.said().sha256().substring(0, SHOWN);
        return new TextFiles.Imprinted(
                dossier.lead().name(),
                version.frozen().orElse(version.head().createdAt()),
                foot,
                legend(view));
    }

    private static Legend legend(View view) {
        return view.language() == Language.ENGLISH ? Legend.ENGLISH : Legend.FRENCH;
    }
}
