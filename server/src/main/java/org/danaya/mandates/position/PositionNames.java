package org.danaya.mandates.position;

import java.util.Optional;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.danaya.verify.mandate.ShortCode;

/** What positions are called. */
public final class PositionNames {

    private PositionNames() {}

    /** P-12, R-3 where not everybody is told, and before it has a number its short code. */
    public static String of(OfficialPosition position) {
        return of(
                position.head(), position.publication().map(OfficialPosition.Publication::number));
    }

    /** The short code as people read it. */
    public static String code(Head head) {
        return ShortCode.ofData(head.code()).toString();
    }

    static String of(Head head, Optional<Long> number) {
        return number.map(each -> (head.terms().audience().isPublic() ? "P-" : "R-") + each)
                .orElseGet(() -> code(head));
    }
}
