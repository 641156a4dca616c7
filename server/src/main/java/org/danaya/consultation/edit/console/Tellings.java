package org.danaya.consultation.edit.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.Edited;
import org.danaya.text.edit.Units;

/**
 * What a change would mean, or meant, for references: before it, and at the top of the next page.
 */
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
        for (Notice notice : notices(root, told)) {
            saying = saying.saying(notice);
        }
        return saying;
    }

    private static List<Notice> notices(Element root, List<Edited.Told> told) {
        List<Notice> notices = new ArrayList<>();
        for (Edited.Told each : told.subList(0, Math.min(MOST, told.size()))) {
            String what = each.what().name().toLowerCase(Locale.ROOT);
            notices.add(
                    Notice.warning(
                            "edit.told." + what + (each.now().isEmpty() ? ".gone" : ""),
                            each.words(),
                            each.now(),
                            place(root, each.unit())));
        }
        if (told.size() > MOST) {
            notices.add(Notice.warning("edit.told.more", Integer.toString(told.size() - MOST)));
        }
        return notices;
    }

    /** What an operation would mean. */
    static EditSheets.Told foretold(Element root, Function<Element, Edited> operation) {
        try {
            return new EditSheets.Told(true, notices(root, operation.apply(root).told()));
        } catch (TextFault _) {
            return new EditSheets.Told(false, List.of());
        }
    }
}
