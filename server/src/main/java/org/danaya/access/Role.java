package org.danaya.access;

import static org.danaya.base.Right.APPROVE_API_KEYS;
import static org.danaya.base.Right.APPROVE_CERTIFICATES;
import static org.danaya.base.Right.APPROVE_MANDATES;
import static org.danaya.base.Right.APPROVE_ROLES;
import static org.danaya.base.Right.APPROVE_TRUST_LIST;
import static org.danaya.base.Right.DECIDE_OBSERVATIONS;
import static org.danaya.base.Right.DRAFT_MANDATES;
import static org.danaya.base.Right.DRAFT_TEXTS;
import static org.danaya.base.Right.EDIT_TRUST_LIST;
import static org.danaya.base.Right.EXAMINE_CERTIFICATES;
import static org.danaya.base.Right.MANAGE_ACCOUNTS;
import static org.danaya.base.Right.MANAGE_API_KEYS;
import static org.danaya.base.Right.MANAGE_JOBS;
import static org.danaya.base.Right.MANAGE_STRUCTURES;
import static org.danaya.base.Right.MANAGE_TRUST_LIST_KEY;
import static org.danaya.base.Right.MOVE_TEXTS;
import static org.danaya.base.Right.PROPOSE_ROLES;
import static org.danaya.base.Right.READ_ACCOUNTS;
import static org.danaya.base.Right.READ_API_KEYS;
import static org.danaya.base.Right.READ_CERTIFICATES;
import static org.danaya.base.Right.READ_HEALTH;
import static org.danaya.base.Right.READ_JOBS;
import static org.danaya.base.Right.READ_JOURNAL;
import static org.danaya.base.Right.READ_LOG_STATE;
import static org.danaya.base.Right.READ_MANDATES;
import static org.danaya.base.Right.READ_SEALS;
import static org.danaya.base.Right.READ_STRUCTURES;
import static org.danaya.base.Right.READ_TEXTS;
import static org.danaya.base.Right.READ_TRUST_LIST;
import static org.danaya.base.Right.REGISTER_PERSONS;
import static org.danaya.base.Right.REQUEST_CERTIFICATES;
import static org.danaya.base.Right.REVOKE_CERTIFICATES;
import static org.danaya.base.Right.REVOKE_MANDATES;
import static org.danaya.base.Right.SEAL_DOCUMENTS;
import static org.danaya.base.Right.WRITE_OBSERVATIONS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Right;

/**
 * What somebody is on the platform: a set of rights. Its words are under {@code access.role.CODE}.
 *
 * <p>Who registers doesn't approve, who administers doesn't sign, who audits does nothing else: see
 * {@link #apartFrom}.
 */
public enum Role {
    /** Runs the platform: structures, persons, accounts, jobs. Signs and approves nothing. */
    ADMINISTRATOR,
    /** Checks who people are, registers and invites them. */
    REGISTRATION_OFFICER,
    /** Approves or refuses what others propose. */
    APPROVER,
    /** Answers for keys and for accounts under attack. */
    SECURITY_OFFICER,
    /** Reads everything that was done, does nothing. */
    AUDITOR,
    /** Watches, detects, investigates. */
    ANALYST,
    /** Leads consultations and campaigns. */
    COORDINATOR,
    /** Speaks for one structure with the agency. */
    CORRESPONDENT,
    /** Keeps one structure's seal: seals documents in its name, answers for its programs. */
    SEAL_KEEPER,
    /** Decides and signs for the agency. */
    DIRECTOR;

    /** What a role may be given for. */
    public enum Scope {
        /** Only the whole platform. */
        PLATFORM,
        /** Only one structure. */
        STRUCTURE,
        /** The whole platform or one structure. */
        EITHER
    }

    /** What it may be given for. */
    public Scope scope() {
        return switch (this) {
            case ADMINISTRATOR, APPROVER, SECURITY_OFFICER, AUDITOR, ANALYST, DIRECTOR ->
                    Scope.PLATFORM;
            case REGISTRATION_OFFICER, COORDINATOR -> Scope.EITHER;
            case CORRESPONDENT, SEAL_KEEPER -> Scope.STRUCTURE;
        };
    }

    /** What it lets its holder do. */
    public Set<Right> rights() {
        return switch (this) {
            case ADMINISTRATOR ->
                    Set.of(
                            MANAGE_STRUCTURES,
                            REGISTER_PERSONS,
                            MANAGE_ACCOUNTS,
                            PROPOSE_ROLES,
                            READ_STRUCTURES,
                            READ_ACCOUNTS,
                            READ_JOURNAL,
                            READ_JOBS,
                            MANAGE_JOBS,
                            READ_LOG_STATE,
                            READ_HEALTH,
                            READ_CERTIFICATES,
                            READ_TRUST_LIST,
                            EDIT_TRUST_LIST,
                            READ_API_KEYS,
                            MANAGE_API_KEYS,
                            READ_MANDATES,
                            READ_TEXTS);
            case REGISTRATION_OFFICER ->
                    Set.of(
                            MANAGE_STRUCTURES,
                            REGISTER_PERSONS,
                            PROPOSE_ROLES,
                            READ_STRUCTURES,
                            READ_ACCOUNTS,
                            READ_CERTIFICATES,
                            REQUEST_CERTIFICATES,
                            EXAMINE_CERTIFICATES,
                            REVOKE_CERTIFICATES,
                            READ_MANDATES,
                            DRAFT_MANDATES);
            case APPROVER ->
                    Set.of(
                            APPROVE_ROLES,
                            READ_STRUCTURES,
                            READ_ACCOUNTS,
                            READ_CERTIFICATES,
                            APPROVE_CERTIFICATES,
                            READ_TRUST_LIST,
                            APPROVE_TRUST_LIST,
                            READ_API_KEYS,
                            APPROVE_API_KEYS,
                            READ_MANDATES,
                            APPROVE_MANDATES);
            case SECURITY_OFFICER ->
                    Set.of(
                            MANAGE_ACCOUNTS,
                            READ_STRUCTURES,
                            READ_ACCOUNTS,
                            READ_JOURNAL,
                            READ_LOG_STATE,
                            READ_HEALTH,
                            READ_CERTIFICATES,
                            REVOKE_CERTIFICATES,
                            READ_TRUST_LIST,
                            EDIT_TRUST_LIST,
                            MANAGE_TRUST_LIST_KEY,
                            READ_API_KEYS,
                            MANAGE_API_KEYS,
                            READ_SEALS,
                            READ_MANDATES,
                            REVOKE_MANDATES);
            case AUDITOR ->
                    Set.of(
                            READ_STRUCTURES,
                            READ_ACCOUNTS,
                            READ_JOURNAL,
                            READ_JOBS,
                            READ_LOG_STATE,
                            READ_HEALTH,
                            READ_CERTIFICATES,
                            READ_TRUST_LIST,
                            READ_API_KEYS,
                            READ_SEALS,
                            READ_MANDATES,
                            READ_TEXTS);
            case ANALYST -> Set.of(READ_STRUCTURES, READ_LOG_STATE);
            case COORDINATOR ->
                    Set.of(
                            READ_STRUCTURES,
                            READ_MANDATES,
                            READ_TEXTS,
                            DRAFT_TEXTS,
                            DECIDE_OBSERVATIONS,
                            MOVE_TEXTS);
            case CORRESPONDENT ->
                    Set.of(
                            READ_STRUCTURES,
                            READ_CERTIFICATES,
                            REQUEST_CERTIFICATES,
                            READ_API_KEYS,
                            MANAGE_API_KEYS,
                            READ_SEALS,
                            READ_MANDATES,
                            DRAFT_MANDATES,
                            WRITE_OBSERVATIONS);
            case SEAL_KEEPER ->
                    Set.of(
                            READ_STRUCTURES,
                            READ_CERTIFICATES,
                            READ_API_KEYS,
                            MANAGE_API_KEYS,
                            SEAL_DOCUMENTS,
                            READ_SEALS,
                            READ_MANDATES);
            case DIRECTOR ->
                    Set.of(
                            APPROVE_ROLES,
                            READ_STRUCTURES,
                            READ_ACCOUNTS,
                            READ_LOG_STATE,
                            READ_CERTIFICATES,
                            APPROVE_CERTIFICATES,
                            READ_TRUST_LIST,
                            APPROVE_TRUST_LIST,
                            READ_API_KEYS,
                            APPROVE_API_KEYS,
                            READ_SEALS,
                            READ_MANDATES,
                            APPROVE_MANDATES,
                            REVOKE_MANDATES,
                            READ_TEXTS,
                            DECIDE_OBSERVATIONS,
                            MOVE_TEXTS);
        };
    }

    /** Its stable code, such as {@code registration-officer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a code, if there is one. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** The roles that whoever holds this one may never hold beside it. */
    public Set<Role> apartFrom() {
        return switch (this) {
            case ADMINISTRATOR -> Set.of(APPROVER, AUDITOR, DIRECTOR, CORRESPONDENT, SEAL_KEEPER);
            case REGISTRATION_OFFICER -> Set.of(APPROVER, AUDITOR, DIRECTOR);
            case APPROVER -> Set.of(ADMINISTRATOR, REGISTRATION_OFFICER, AUDITOR);
            case SECURITY_OFFICER -> Set.of(AUDITOR);
            case AUDITOR ->
                    Set.of(
                            ADMINISTRATOR,
                            REGISTRATION_OFFICER,
                            APPROVER,
                            SECURITY_OFFICER,
                            SEAL_KEEPER,
                            DIRECTOR);
            case ANALYST, COORDINATOR -> Set.of();
            case CORRESPONDENT -> Set.of(ADMINISTRATOR);
            case SEAL_KEEPER -> Set.of(ADMINISTRATOR, AUDITOR);
            case DIRECTOR -> Set.of(ADMINISTRATOR, REGISTRATION_OFFICER, AUDITOR);
        };
    }

    /** The roles that whoever holds this one may propose or approve, within its own scope. */
    public Set<Role> gives() {
        return switch (this) {
            case ADMINISTRATOR, APPROVER, DIRECTOR -> Set.of(values());
            case REGISTRATION_OFFICER -> Set.of(CORRESPONDENT, COORDINATOR, ANALYST);
            case SECURITY_OFFICER, AUDITOR, ANALYST, COORDINATOR, CORRESPONDENT, SEAL_KEEPER ->
                    Set.of();
        };
    }
}
