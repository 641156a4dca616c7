package org.danaya.mandates.delegation.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.console.Shown;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.page.Tag;
import org.danaya.page.Task;
import org.danaya.table.TableView;
import org.danaya.verify.mandate.Powers;

/** What the templates of this package show. */
public final class DelegationShown {

    private DelegationShown() {}

    /** The list. */
    public record Listed(TableView table) {}

    /** Something that can be done with a place. */
    public record Act(String key, String path, boolean posts) {}

    /**
     * A place.
     *
     * @param powers those that are left
     */
    public record Place(
            UUID id,
            long number,
            String name,
            String function,
            Powers powers,
            Tag state,
            boolean leads,
            List<Act> acts) {}

    /** The places of one structure's people. */
    public record Home(String name, List<Place> places) {}

    /** Somebody who is in another delegation on the same days. */
    public record Clash(String person, String other, LocalDate from, LocalDate last, String path) {}

    /**
     * What somebody reported.
     *
     * @param late by how many days; 0 where it was in time
     * @param file the address of its file; empty where there is none
     */
    public record Reported(String text, String by, Instant at, long late, String file) {}

    /**
     * One delegation.
     *
     * @param due the last day on which a report is in time
     * @param declares whether whoever looks may declare the clashes
     */
    public record One(
            Delegation delegation,
            Tag state,
            List<Task> steps,
            String structure,
            String grantor,
            String languages,
            List<Shown.Deed> deeds,
            List<Home> homes,
            List<Clash> clashes,
            boolean declares,
            LocalDate due,
            boolean overdue,
            Optional<Reported> reported) {

        /** Its address. */
        public String path() {
            return Reached.path(delegation);
        }

        /** What it is called. */
        public String title() {
            return Reached.title(delegation);
        }
    }
}
