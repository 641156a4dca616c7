package org.danaya.trust.profile;

/** The kinds of authority, each for one population. */
public enum AuthorityKind {
    /** Kept offline; issues the others. */
    ROOT,
    /** For persons. */
    PERSONS,
    /** For structures. */
    STRUCTURES,
    /** For servers and their clients. */
    SERVERS,
    /** For the infrastructure of trust: OCSP responders, timestamp units. */
    INFRASTRUCTURE;

    /** The name in profiles. */
    public String code() {
        return Section.spelled(this);
    }
}
