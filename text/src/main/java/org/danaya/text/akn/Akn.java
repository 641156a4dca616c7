package org.danaya.text.akn;

/** Names of the standard that more than one reads. */
public final class Akn {

    /** The namespace of Akoma Ntoso 3.0. */
    public static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /** What a file of it is on the wire. */
    public static final String TYPE = "application/akn+xml";

    static final String SCHEMA_LOCATION =
            "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation";

    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private Akn() {}
}
