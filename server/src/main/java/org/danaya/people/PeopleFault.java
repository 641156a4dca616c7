package org.danaya.people;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can be wrong with structures, persons, positions, incumbencies and imported files. */
public enum PeopleFault implements FaultCode {
    /** There is no such structure. Fact: what was asked for. */
    STRUCTURE_UNKNOWN("people.structure-unknown", FaultKind.UNKNOWN),
    /** There is no such person. Fact: what was asked for. */
    PERSON_UNKNOWN("people.person-unknown", FaultKind.UNKNOWN),
    /** The roles of who acts don't reach this person. No facts. */
    PERSON_OUT_OF_REACH("people.person-out-of-reach", FaultKind.FORBIDDEN),
    /** There is no such position. Fact: what was asked for. */
    POSITION_UNKNOWN("people.position-unknown", FaultKind.UNKNOWN),
    /** There is no such incumbency. Fact: what was asked for. */
    INCUMBENCY_UNKNOWN("people.incumbency-unknown", FaultKind.UNKNOWN),
    /** There is no such import, or it is somebody else's, or too old. */
    IMPORT_UNKNOWN("people.import-unknown", FaultKind.UNKNOWN),
    /** A limit on how many there may be is reached. Fact: the limit. */
    TOO_MANY("people.too-many", FaultKind.TOO_LARGE),

    /** A value must be given. */
    VALUE_MISSING("people.value-missing", FaultKind.INVALID),
    /** A value is too long. Fact: the most characters. */
    VALUE_TOO_LONG("people.value-too-long", FaultKind.INVALID),
    /** A value has characters that aren't text. */
    VALUE_UNREADABLE("people.value-unreadable", FaultKind.INVALID),
    /** A value is neither yes nor no. Fact: the value. */
    YES_OR_NO("people.yes-or-no", FaultKind.INVALID),
    /** A date isn't one. Fact: the value. */
    DATE_WRONG("people.date-wrong", FaultKind.INVALID),
    /** An end that isn't after its beginning. Fact: the beginning. */
    END_BEFORE_START("people.end-before-start", FaultKind.INVALID),
    /** Somebody changed the thing since the form was opened. */
    STALE("people.stale", FaultKind.CONFLICT),

    /** An identifier isn't well formed. Fact: the value. */
    IDENTIFIER_WRONG("people.identifier-wrong", FaultKind.INVALID),
    /** An identifier is another structure's. Facts: the identifier, the other's name. */
    IDENTIFIER_TAKEN("people.identifier-taken", FaultKind.CONFLICT),
    /** A kind isn't known. Facts: the value, the known ones. */
    KIND_UNKNOWN("people.kind-unknown", FaultKind.INVALID),
    /** A parent isn't known. Fact: the identifier. */
    PARENT_UNKNOWN("people.parent-unknown", FaultKind.INVALID),
    /** A parent has ended. Facts: its name, the date. */
    PARENT_ENDED("people.parent-ended", FaultKind.CONFLICT),
    /** A structure would be above itself. Fact: the parent's identifier. */
    PARENT_CYCLE("people.parent-cycle", FaultKind.CONFLICT),
    /** The tree would be too deep. Fact: the most levels. */
    TREE_TOO_DEEP("people.tree-too-deep", FaultKind.CONFLICT),
    /** A structure can't be both planned and ended. */
    PLANNED_AND_ENDED("people.planned-and-ended", FaultKind.INVALID),
    /** A change's date lies ahead. */
    EFFECTIVE_AHEAD("people.effective-ahead", FaultKind.INVALID),
    /** A change's date isn't after the last change's. Fact: the last one's date. */
    EFFECTIVE_TOO_EARLY("people.effective-too-early", FaultKind.INVALID),
    /** A structure that ends still has others under it. Fact: how many. */
    CHILDREN_REMAIN("people.children-remain", FaultKind.CONFLICT),
    /** A structure that took in others' children is itself below the one that ends. */
    HEIR_UNFIT("people.heir-unfit", FaultKind.CONFLICT),
    /** The structure has ended. Fact: the date. */
    STRUCTURE_ENDED("people.structure-ended", FaultKind.CONFLICT),
    /** A structure can't come from itself. */
    LINEAGE_CYCLE("people.lineage-cycle", FaultKind.CONFLICT),
    /** This line of descent is known already. */
    LINEAGE_KNOWN("people.lineage-known", FaultKind.CONFLICT),
    /** A choice isn't among those offered. Fact: the value. */
    CHOICE_UNKNOWN("people.choice-unknown", FaultKind.INVALID),

    /** A position has ended. Fact: the date. */
    POSITION_ENDED("people.position-ended", FaultKind.CONFLICT),
    /** The dates don't lie within the position's. Facts: its first and last dates, or a dash. */
    OUTSIDE_POSITION("people.outside-position", FaultKind.CONFLICT),
    /** Somebody else holds the position in these dates. Fact: since when. */
    OCCUPIED("people.occupied", FaultKind.CONFLICT),
    /** The incumbency has ended. Fact: the date. */
    INCUMBENCY_ENDED("people.incumbency-ended", FaultKind.CONFLICT),
    /** Whoever is to take over doesn't hold the position then. Facts: their name, the date. */
    NO_SUCCESSOR("people.no-successor", FaultKind.CONFLICT),

    /** A file has no line. */
    FILE_EMPTY("people.file-empty", FaultKind.INVALID),
    /** A file is too large. Fact: the most kilobytes. */
    FILE_TOO_LARGE("people.file-too-large", FaultKind.TOO_LARGE),
    /** A file has too many lines. Fact: the most lines. */
    FILE_TOO_LONG("people.file-too-long", FaultKind.TOO_LARGE),
    /** A file isn't text in UTF-8. Fact: the first line that isn't. */
    FILE_NOT_UTF8("people.file-not-utf8", FaultKind.INVALID),
    /** A file is a workbook, an archive, or another file that isn't text. */
    FILE_NOT_TEXT("people.file-not-text", FaultKind.INVALID),
    /** A quotation mark is opened and not closed, or closed too early. Fact: the line. */
    FILE_QUOTES("people.file-quotes", FaultKind.INVALID),
    /** A column that must be there isn't. Facts: the column, the columns found. */
    COLUMN_MISSING("people.column-missing", FaultKind.INVALID),
    /** Two columns mean the same. Fact: the column. */
    COLUMN_TWICE("people.column-twice", FaultKind.INVALID),
    /** A line has more cells than there are headings. Facts: its cells, the headings. */
    LINE_TOO_WIDE("people.line-too-wide", FaultKind.INVALID),
    /** A line repeats an identifier. Facts: the identifier, the first line that has it. */
    LINE_TWICE("people.line-twice", FaultKind.INVALID),
    /** The same stands in an earlier line. Facts: that line. */
    LINE_AGAIN("people.line-again", FaultKind.INVALID),
    /** No structure has this identifier. Facts: it. */
    IDENTIFIER_UNKNOWN("people.identifier-unknown", FaultKind.INVALID),
    /** A line's parent is in the file and is refused. Fact: the parent's line. */
    PARENT_REFUSED("people.parent-refused", FaultKind.INVALID),
    /** A file can't change this of a structure that exists. */
    NOT_BY_FILE("people.not-by-file", FaultKind.INVALID),
    /** The structures changed between the preview and its confirmation. */
    PREVIEW_STALE("people.preview-stale", FaultKind.CONFLICT),
    /** The file was imported already. */
    IMPORT_DONE("people.import-done", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    PeopleFault(String code, FaultKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
