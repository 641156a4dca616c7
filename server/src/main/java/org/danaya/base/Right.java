package org.danaya.base;

/**
 * What a signed-in person may do. Every privileged route names one; a role is a set of them.
 *
 * <p>The table of roles and rights is written in {@code docs/reference} and compared by a test.
 */
public enum Right {
    /** See structures, positions and incumbencies in the console. */
    READ_STRUCTURES,
    /** Create, change, end and import structures, positions and incumbencies. */
    MANAGE_STRUCTURES,
    /** Register persons and invite them. */
    REGISTER_PERSONS,
    /** See accounts. */
    READ_ACCOUNTS,
    /** Suspend and close accounts, ask for a reset of those whose keys are lost. */
    MANAGE_ACCOUNTS,
    /** Ask that a role be given or taken. */
    PROPOSE_ROLES,
    /** Approve what another person asked about roles and lost keys. */
    APPROVE_ROLES,
    /** Read the audit journal. */
    READ_JOURNAL,
    /** See background jobs. */
    READ_JOBS,
    /** Run a failed job again. */
    MANAGE_JOBS,
    /** See the state of the public log, its witnesses and its queue. */
    READ_LOG_STATE,
    /** See the platform's health and figures. */
    READ_HEALTH,
    /** See certificates, requests for them and the authorities. */
    READ_CERTIFICATES,
    /** Ask for certificates for a structure and its people. */
    REQUEST_CERTIFICATES,
    /** Check who asks for a certificate, and prepare it. */
    EXAMINE_CERTIFICATES,
    /** Approve that a prepared certificate is issued. */
    APPROVE_CERTIFICATES,
    /** Suspend and revoke certificates. */
    REVOKE_CERTIFICATES,
    /** See the trusted list's drafts, keys and foreign lists in the console. */
    READ_TRUST_LIST,
    /** Draft the next edition of the trusted list. */
    EDIT_TRUST_LIST,
    /** Approve and publish what another person drafted. */
    APPROVE_TRUST_LIST,
    /** Make the key that signs the trusted list. */
    MANAGE_TRUST_LIST_KEY,
    /** See the API keys of programs, without their secrets. */
    READ_API_KEYS,
    /** Make, answer for and revoke API keys. */
    MANAGE_API_KEYS,
    /** Approve an API key that another person made. */
    APPROVE_API_KEYS,
    /** Seal documents in a structure's name. */
    SEAL_DOCUMENTS,
    /** See what was sealed, when and by whom; never the documents. */
    READ_SEALS,
    /** See mandates, delegations, official positions and the powers of offices. */
    READ_MANDATES,
    /** Draft mandates, delegations and official positions, and propose the powers of offices. */
    DRAFT_MANDATES,
    /** Approve what another person drafted. */
    APPROVE_MANDATES,
    /** Suspend and revoke mandates. */
    REVOKE_MANDATES,
    /** See texts that are consulted about, their versions, and what became of observations. */
    READ_TEXTS,
    /** Open dossiers, import and write drafts, ask structures, say why words changed. */
    DRAFT_TEXTS,
    /** Answer observations. */
    DECIDE_OBSERVATIONS,
    /** Freeze versions, move them on their way, record what adopts them. */
    MOVE_TEXTS,
    /** Write a structure's observations on texts that it is asked about. */
    WRITE_OBSERVATIONS;

    /**
     * Whether a program may have it, by an API key. What approves, appoints, or reads about people
     * stays with people.
     */
    public boolean fitsPrograms() {
        return this == READ_STRUCTURES
                || this == READ_CERTIFICATES
                || this == SEAL_DOCUMENTS
                || this == READ_SEALS;
    }
}
