package org.danaya.people.files;

import java.util.List;
import java.util.Locale;
import org.danaya.people.PeopleAct;

/** What a file may be about, beside structures. */
public enum Roster {
    /** Persons, by name. */
    PERSONS,
    /** Positions of structures. */
    POSITIONS;

    /** The stable code, in addresses and words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes of the fields that a line fills, in the order of the documentation. */
    public List<String> fields() {
        return sheet().columns().stream().map(Sheet.Column::field).toList();
    }

    /** The heading of a field's column; empty for what isn't a column. */
    public String heading(String field) {
        return sheet().columns().stream()
                .filter(column -> column.field().equals(field))
                .map(Sheet.Column::name)
                .findFirst()
                .orElse("");
    }

    PeopleAct act() {
        return switch (this) {
            case PERSONS -> PeopleAct.PERSONS_IMPORTED;
            case POSITIONS -> PeopleAct.POSITIONS_IMPORTED;
        };
    }

    Sheet sheet() {
        return switch (this) {
            case PERSONS -> Sheet.PERSONS;
            case POSITIONS -> Sheet.POSITIONS;
        };
    }
}
