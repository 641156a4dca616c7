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

    /** The structures that exist, under one another. */
    public record Tree(List<Branch> tops) {}

    /** A structure and those under it. */
    public record Branch(Structure structure, Tag state, List<Branch> below) {}

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

    /** A problem of a line: its column, its reason. */
    public record Refused(int line, String column, String key, List<Object> facts) {}

    /** A structure that an import would change. */
    public record Alteration(int line, Structure structure, List<Asking.Change> changes) {}
}
