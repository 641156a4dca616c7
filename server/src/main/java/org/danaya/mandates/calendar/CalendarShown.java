package org.danaya.mandates.calendar;

import java.time.LocalDate;
import java.util.List;
import org.danaya.table.TableView;

/** What the templates of this package show. */
public final class CalendarShown {

    private CalendarShown() {}

    /**
     * A line.
     *
     * @param kind the key of what ends
     */
    public record Line(
            LocalDate last,
            String kind,
            String name,
            String about,
            String structure,
            String path) {}

    /**
     * A month.
     *
     * @param first its first day
     */
    public record Month(LocalDate first, List<Line> lines) {}

    /**
     * The calendar.
     *
     * @param within so many days
     * @param many whether there are more
     */
    public record Months(int within, List<Integer> choices, List<Month> months, boolean many) {}

    /** Conflicts. */
    public record Conflicts(TableView table) {}
}
