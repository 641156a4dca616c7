package org.danaya.people;

import org.danaya.base.ActType;

/** The privileged acts on structures, persons, positions and incumbencies. */
public enum PeopleAct implements ActType {
    /** A structure was created. */
    STRUCTURE_CREATED("people.structure-created"),
    /** A structure's attributes were changed or corrected. */
    STRUCTURE_CHANGED("people.structure-changed"),
    /** A structure was ended. */
    STRUCTURE_ENDED("people.structure-ended"),
    /** A line of descent between structures was recorded. */
    LINEAGE_RECORDED("people.lineage-recorded"),
    /** A line of descent between structures was withdrawn. */
    LINEAGE_WITHDRAWN("people.lineage-withdrawn"),
    /** A file of structures was imported. */
    STRUCTURES_IMPORTED("people.structures-imported"),
    /** Persons were imported. Facts: created, known, refused. */
    PERSONS_IMPORTED("people.persons-imported"),
    /** Positions were imported. Facts: sha256, created, known, refused. */
    POSITIONS_IMPORTED("people.positions-imported"),
    /** A person was registered. Facts: version, homonyms-confirmed or homonyms. */
    PERSON_REGISTERED("people.person-registered"),
    /** A person's name was changed. Facts: version, homonyms. */
    PERSON_CHANGED("people.person-changed"),
    /** A position was created. */
    POSITION_CREATED("people.position-created"),
    /** A position was changed. */
    POSITION_CHANGED("people.position-changed"),
    /** A position was ended. */
    POSITION_ENDED("people.position-ended"),
    /** A person was appointed to a position. */
    INCUMBENCY_BEGUN("people.incumbency-begun"),
    /** A person was charged with a position in the meantime. */
    ACTING_BEGUN("people.acting-begun"),
    /** A person's time in a position was ended. */
    INCUMBENCY_ENDED("people.incumbency-ended");

    private final String code;

    PeopleAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
