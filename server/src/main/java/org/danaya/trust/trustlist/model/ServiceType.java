package org.danaya.trust.trustlist.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of services that the console offers (TS 119 612 §5.5.1). A list may hold others, which
 * are kept by their URI. Words are under {@code trustlist.type.CODE}.
 */
public enum ServiceType {
    /** Issues qualified certificates. */
    CA_QC("CA/QC", true),
    /** Answers on the status of qualified certificates. */
    OCSP_QC("Certstatus/OCSP/QC", true),
    /** Publishes revocation lists of qualified certificates. */
    CRL_QC("Certstatus/CRL/QC", true),
    /** Qualified timestamps. */
    TSA_QTST("TSA/QTST", true),
    /** Qualified delivery. */
    EDS_Q("EDS/Q", true),
    /** Qualified registered mail. */
    REM_Q("EDS/REM/Q", true),
    /** Qualified preservation of signatures. */
    PSES_Q("PSES/Q", true),
    /** Qualified validation of signatures. */
    VALIDATION_Q("QESValidation/Q", true),
    /** Management of remote qualified signature creation devices. */
    REMOTE_SIGNATURE_Q("RemoteQSigCDManagement/Q", true),
    /** Management of remote qualified seal creation devices. */
    REMOTE_SEAL_Q("RemoteQSealCDManagement/Q", true),
    /** Qualified attestations of attributes. */
    EAA_Q("EAA/Q", true),
    /** Qualified archiving. */
    ARCHIVING_Q("ElectronicArchiving/Q", true),
    /** Qualified ledgers. */
    LEDGERS_Q("Ledgers/Q", true),
    /** Issues certificates that aren't qualified. */
    CA_PKC("CA/PKC", false),
    /** Answers on the status of certificates that aren't qualified. */
    OCSP("Certstatus/OCSP", false),
    /** Publishes revocation lists of certificates that aren't qualified. */
    CRL("Certstatus/CRL", false),
    /** Timestamps that aren't qualified. */
    TSA("TSA", false),
    /** Validation of signatures that isn't qualified. */
    VALIDATION("AdESValidation", false);

    private static final String PREFIX = "http://uri.etsi.org/TrstSvc/Svctype/";

    private final String path;
    private final boolean qualified;

    ServiceType(String path, boolean qualified) {
        this.path = path;
        this.qualified = qualified;
    }

    /** The URI. */
    public String uri() {
        return PREFIX + path;
    }

    /** Whether it is one that a State qualifies; the others are recognised. */
    public boolean qualified() {
        return qualified;
    }

    /** Whether it issues certificates. */
    public boolean issues() {
        return this == CA_QC || this == CA_PKC;
    }

    /** Its stable code, such as {@code ca-qc}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of a URI, if the console knows it. */
    public static Optional<ServiceType> of(String uri) {
        return Arrays.stream(values()).filter(type -> type.uri().equals(uri)).findFirst();
    }
}
