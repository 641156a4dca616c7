package org.danaya.consultation.edit.console;

import java.util.List;
import java.util.Locale;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.Edited;
import org.danaya.text.edit.Units;

/** What a change means for references, told at the top of the next page. */
final class Tellings {

    /** More are counted. */
    private static final int MOST = 8;

    private Tellings() {}

    private static String place(Element root, String address) {
        return Units.find(root, address)
                .map(EditDesk::name)
                .map(EditSheets.Name::words)
                .filter(words -> !words.isEmpty())
                .orElse("…");
    }

    static Redirect saying(Redirect redirect, Element root, List<Edited.Told> told) {
        Redirect saying = redirect;
        for (Edited.Told each : told.subList(0, Math.min(MOST, told.size()))) {
            String what = each.what().name().toLowerCase(Locale.ROOT);
            saying =
                    saying.saying(
                            Notice.warning(
                                    "edit.told." + what + (each.now().isEmpty() ? ".gone" : ""),
                                    each.words(),
                                    each.now(),
                                    place(root, each.unit())));
        }
        return told.size() <= MOST
                ? saying
                : saying.saying(
                        Notice.warning("edit.told.more", Integer.toString(told.size() - MOST)));
    }
}
