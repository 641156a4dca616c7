package org.danaya.people.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.people.Incumbency;
import org.danaya.people.Lineage;
import org.danaya.people.Person;
import org.danaya.people.Position;
import org.danaya.people.Structure;
import org.danaya.people.StructurePlan;
import org.danaya.people.files.Roster;
import org.danaya.people.files.RosterPlan;
import org.danaya.table.TableView;

/** What the pages of this module show. */
public final class Shown {

    private Shown() {}

    /**
     * The list of structures.
     *
     * @param any whether there is any structure at all
     */
    public record Structures(TableView table, boolean any) {}

    /**
     * The structures that exist, under one another.
     *
     * @param under whose tree it is; empty for the whole
     * @param all how many structures exist
     * @param page counted from 1
     */
    public record Tree(List<Branch> tops, Optional<Structure> under, int all, int page, int pages) {

        /** The address of another page of the same tree. */
        public String at(int other) {
            return TreePages.PATH + "?page=" + other;
        }
    }

    /**
     * A structure and those under it.
     *
     * @param more how many more stand right under it, that the page has no room for
     */
    public record Branch(Structure structure, Tag state, List<Branch> below, int more) {}

    /** A position with whoever holds it today. */
    public record Seat(
            Position position, Optional<Incumbency> holder, Optional<Incumbency> acting) {}

    /**
     * One structure.
     *
     * @param above those above it, the highest first
     * @param manage whether whoever looks may change it
     */
    public record One(
            Structure structure,
            Tag state,
            List<Structure> above,
            List<Branch> below,
            List<Seat> seats,
            List<Lineage> lineage,
            List<Structure.Recorded> history,
            boolean manage) {}

    /** One position. */
    public record OnePosition(
            Position position,
            Structure structure,
            boolean ended,
            List<Held> held,
            boolean manage) {}

    /** An incumbency and how it stands today. */
    public record Held(Incumbency incumbency, Tag state) {}

    /** The persons. */
    public record Persons(TableView table) {}

    /** One person, and the positions held. */
    public record OnePerson(Person person, List<HeldPosition> held, boolean manage) {}

    /** A position that a person holds or held. */
    public record HeldPosition(Held held, Position position, Structure structure) {}

    /**
     * Who is to be appointed.
     *
     * @param searched what was searched for; empty for nothing yet
     * @param more how many more there are
     */
    public record Choosing(
            Position position,
            Structure structure,
            Form search,
            String searched,
            List<Person> found,
            int more) {}

    /**
     * What an import would do.
     *
     * @param changed whether the structures changed since the last preview
     */
    public record Import(
            UUID id,
            String name,
            StructurePlan plan,
            List<String> ignored,
            boolean changed,
            List<Refused> refused,
            List<Alteration> alterations,
            Form confirm) {}

    /**
     * What an import of persons or positions would do.
     *
     * @param path where it is confirmed
     * @param home where it began
     * @param changed whether what is recorded changed since the last preview
     */
    public record RosterImport(
            Roster roster,
            String path,
            String home,
            String name,
            RosterPlan plan,
            List<String> ignored,
            boolean changed,
            List<Refused> refused,
            Form confirm) {

        /** The part of the console that it belongs to. */
        public String section() {
            return RosterPages.section(roster);
        }
    }

    /** A problem of a line: its column, its reason. */
    public record Refused(int line, String column, String key, List<Object> facts) {}

    /** A structure that an import would change. */
    public record Alteration(int line, Structure structure, List<Asking.Change> changes) {}
}
