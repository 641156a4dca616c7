package org.danaya.mandates.delegation.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.form.Form;
import org.danaya.mandates.console.Several;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.page.Above;
import org.danaya.page.Deed;
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

    /**
     * Somebody who is in another delegation on the same days.
     *
     * @param other empty where whoever looks may not know of it
     */
    public record Clash(String person, Optional<Elsewhere> other) {}

    /** Another delegation, with the address of what whoever looks may see of it. */
    public record Elsewhere(String title, LocalDate from, LocalDate last, String path) {}

    /**
     * What a delegation is for, and whose.
     *
     * @param due the last day on which a report is in time
     */
    public record Facts(
            Delegation delegation,
            String structure,
            String grantor,
            String languages,
            LocalDate due) {}

    /** What a passkey confirms of a delegation. */
    public record Confirming(Several.Confirming places, Facts facts) {}

    /**
     * A delegation that somebody is about to abandon.
     *
     * @param withdrawn whose places nobody signed
     * @param revoked whose places are revoked
     */
    public record Abandoning(
            Delegation delegation,
            List<String> withdrawn,
            List<String> revoked,
            Form form,
            List<Above> up) {

        /** Its address. */
        public String path() {
            return Reached.path(delegation);
        }

        /** What it is called. */
        public String title() {
            return Reached.title(delegation);
        }
    }

    /** Who decided that nobody goes. */
    public record Abandoned(String reason, String by, Instant at) {}

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
     * @param declares whether whoever looks may declare the clashes
     */
    public record One(
            Delegation delegation,
            Tag state,
            List<Task> steps,
            Facts facts,
            List<Deed> deeds,
            List<Home> homes,
            List<Clash> clashes,
            boolean declares,
            boolean overdue,
            Optional<Reported> reported,
            Optional<Abandoned> abandoned) {

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
