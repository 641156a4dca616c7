package org.danaya.consultation.portal;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.console.TextShow;
import org.danaya.page.View;
import org.danaya.text.redline.Redline;

/**
 * What changed between two versions of a published text, and why.
 *
 * @param whys one for each change, in the order of the text
 */
public record PublicChanges(
        Dossier dossier, int before, int after, String path, Redline redline, List<Why> whys) {

    /**
     * A change.
     *
     * @param kind the key of its words
     * @param former the words that went; may be empty
     * @param later the words that came; may be empty
     */
    public record Why(String kind, String former, String later, List<Told> causes) {}

    /**
     * A cause.
     *
     * @param key of its words
     * @param fact that fills their first place
     * @param other that fills their second place
     * @param path where it is told in full
     */
    public record Told(String key, String fact, String other, Optional<String> path) {}

    /** The changes, told in the reader's language. */
    public Content shown(View view) {
        return TextShow.changes(redline, view);
    }
}
