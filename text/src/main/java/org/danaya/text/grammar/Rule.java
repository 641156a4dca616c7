package org.danaya.text.grammar;

/** What is checked, each with a code that stays the same. */
public enum Rule {
    /** The root is of another namespace, or of none. Found: the namespace. */
    NAMESPACE("text.akn.namespace", Severity.ERROR, true),
    /** The namespace is that of a draft of the standard. Found: its name, such as {@code WD17}. */
    DRAFT("text.akn.draft", Severity.ERROR, true),
    /** The standard has no such element. */
    ELEMENT_UNKNOWN("text.akn.element-unknown", Severity.ERROR, true),
    /** An element stands where it may not. Expected: what may stand there. */
    ELEMENT_MISPLACED("text.akn.element-misplaced", Severity.ERROR, true),
    /** An element ends before all that it must hold has come. Expected: what may come next. */
    ELEMENT_MISSING("text.akn.element-missing", Severity.ERROR, true),
    /** Words stand where only elements may. Found: their beginning. */
    WORDS_MISPLACED("text.akn.words-misplaced", Severity.ERROR, true),
    /** Space stands in an element that holds nothing at all. */
    SPACE_MISPLACED("text.akn.space-misplaced", Severity.ERROR, true),
    /** The element has no such attribute. Expected: those that it may have. */
    ATTRIBUTE_UNKNOWN("text.akn.attribute-unknown", Severity.ERROR, true),
    /** An attribute is missing. Expected: its values. */
    ATTRIBUTE_MISSING("text.akn.attribute-missing", Severity.ERROR, true),
    /** An attribute has a value that it can't have. */
    ATTRIBUTE_VALUE("text.akn.attribute-value", Severity.ERROR, true),
    /** A value isn't a day or a time: in an attribute that holds one. */
    DATE("text.akn.date", Severity.ERROR, true),
    /** Two elements of one document have the same {@code eId}. Expected: the line of the first. */
    EID_DUPLICATE("text.akn.eid-duplicate", Severity.ERROR, true),
    /** Two elements of one document have the same {@code GUID}. Expected: the line of the first. */
    GUID_DUPLICATE("text.akn.guid-duplicate", Severity.ERROR, true),
    /** Two elements have the same {@code xml:id}. Expected: the line of the first. */
    ID_DUPLICATE("text.akn.id-duplicate", Severity.ERROR, true),
    /** {@code xsi:type} or {@code xsi:nil} on an element of the standard. */
    INSTANCE_TYPE("text.akn.instance-type", Severity.ERROR, true),

    /** The root isn't {@code akomaNtoso}. */
    ROOT("text.akn.root", Severity.ERROR, false),
    /** There is a document type; it isn't read. */
    DOCTYPE("text.akn.doctype", Severity.WARNING, false),
    /** {@code #x}, and nothing in the file is called so. Expected: what may be. */
    REFERENCE_MISSING("text.akn.reference-missing", Severity.ERROR, false),
    /** {@code #x}, and no entry of the references is called so. Expected: what may be. */
    TLC_MISSING("text.akn.tlc-missing", Severity.ERROR, false),
    /** {@code #x} is something else than what the attribute points to. Found: its name. */
    REFERENCE_KIND("text.akn.reference-kind", Severity.WARNING, false),
    /** Two elements of one document have the same {@code wId}. Expected: the line of the first. */
    WID_DUPLICATE("text.akn.wid-duplicate", Severity.WARNING, false),
    /** An {@code eId} isn't what the naming convention makes it. Expected: how it ends. */
    EID_NAMING("text.akn.eid-naming", Severity.WARNING, false),
    /** An {@code eId} doesn't begin with that of any element around it. */
    EID_PREFIX("text.akn.eid-prefix", Severity.WARNING, false),
    /** Two parts of the identification contradict each other. Expected: what the other says. */
    FRBR("text.akn.frbr", Severity.WARNING, false),
    /** A day that no calendar has stands in an address of a text. */
    DATE_IN_ADDRESS("text.akn.date-in-address", Severity.WARNING, false),
    /** A numbered part of the text without any word below its number and heading. */
    PART_EMPTY("text.akn.part-empty", Severity.WARNING, false);

    private final String code;
    private final Severity severity;
    private final boolean schema;

    Rule(String code, Severity severity, boolean schema) {
        this.code = code;
        this.severity = severity;
        this.schema = schema;
    }

    /** Stable, such as {@code text.akn.element-unknown}. */
    public String code() {
        return code;
    }

    /** How much it weighs. */
    public Severity severity() {
        return severity;
    }

    /** Whether the standard's schema demands it. */
    public boolean schema() {
        return schema;
    }
}
