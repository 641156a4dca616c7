package org.danaya.consultation.portal;

import gg.jte.Content;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.console.TextShow;
import org.danaya.page.View;
import org.danaya.text.redline.Redline;

/** What changed between two versions of a published text. */
public record PublicChanges(Dossier dossier, int before, int after, String path, Redline redline) {

    /** The changes, told in the reader's language. */
    public Content shown(View view) {
        return TextShow.changes(redline, view);
    }
}
