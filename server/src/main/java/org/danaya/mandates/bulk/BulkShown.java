package org.danaya.mandates.bulk;

import java.util.List;
import java.util.Optional;
import org.danaya.form.Form;
import org.danaya.mandates.Terms;
import org.danaya.mandates.console.Shown;

/** What the templates of this package show. */
public final class BulkShown {

    private BulkShown() {}

    /**
     * A line of a list.
     *
     * @param form with all that is wrong with it
     */
    public record Line(int number, String name, Form form, Optional<Terms> terms) {}

    /** A list before it is drafted. */
    public record Preview(String name, String grantor, List<Line> lines, String path) {

        /** How many lines have something wrong. */
        public long wrong() {
            return lines.stream().filter(each -> each.form().wrong()).count();
        }
    }

    /**
     * Mandates that were drafted together.
     *
     * @param approve where all drafts are approved; empty where whoever looks can't
     * @param sign where all that was approved is signed; empty where whoever looks can't
     * @param why the key of why nothing can be done; empty where something can
     */
    public record Batch(
            String name,
            String grantor,
            List<Shown.Other> mandates,
            String approve,
            String sign,
            String why) {}
}
