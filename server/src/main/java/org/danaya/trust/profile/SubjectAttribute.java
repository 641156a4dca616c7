package org.danaya.trust.profile;

/** The attributes of a subject's name that profiles may use. */
public enum SubjectAttribute {
    /** ISO 3166-1 alpha-2. */
    COUNTRY("2.5.4.6", "C", 2, true),
    STATE("2.5.4.8", "ST", 128, false),
    LOCALITY("2.5.4.7", "L", 128, false),
    ORGANIZATION("2.5.4.10", "O", 64, false),
    /** ETSI EN 319 412-1 §5.1.4. */
    ORGANIZATION_IDENTIFIER("2.5.4.97", "organizationIdentifier", 64, false),
    UNIT("2.5.4.11", "OU", 64, false),
    TITLE("2.5.4.12", "title", 64, false),
    SURNAME("2.5.4.4", "SN", 64, false),
    GIVEN_NAME("2.5.4.42", "GN", 64, false),
    PSEUDONYM("2.5.4.65", "pseudonym", 128, false),
    /** ETSI EN 319 412-1 §5.1.3, for natural persons. */
    SERIAL_NUMBER("2.5.4.5", "serialNumber", 64, true),
    COMMON_NAME("2.5.4.3", "CN", 64, false);

    private final String oid;
    private final String shortName;
    private final int bound;
    private final boolean printable;

    SubjectAttribute(String oid, String shortName, int bound, boolean printable) {
        this.oid = oid;
        this.shortName = shortName;
        this.bound = bound;
        this.printable = printable;
    }

    /** Its object identifier. */
    public String oid() {
        return oid;
    }

    /** As names are written (RFC 4514 §3), such as {@code CN}. */
    public String shortName() {
        return shortName;
    }

    /** The most characters (RFC 5280 appendix A.1). */
    public int bound() {
        return bound;
    }

    /** Whether it is a PrintableString; the others are UTF8String. */
    public boolean printable() {
        return printable;
    }

    /** The name in profiles. */
    public String code() {
        return Section.spelled(this);
    }
}
