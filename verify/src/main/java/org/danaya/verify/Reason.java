package org.danaya.verify;

import java.util.Locale;

/**
 * Why something was refused. The codes are stable: words in any language hang on them, and none is
 * ever renamed or given another meaning.
 */
public enum Reason {
    /** Longer than this reader's limit. */
    TOO_LARGE,
    /** Not valid UTF-8. */
    NOT_UTF8,
    /** A control character that the format does not allow. */
    CONTROL_CHARACTER,
    /** The bytes end before the format does. */
    TRUNCATED,
    /** A first line that names another format. */
    WRONG_HEADER,
    /** Not base64 of RFC 4648 §4 in its one canonical spelling. */
    BASE64,
    /** Not a decimal number without leading zeros. */
    NUMBER,
    /** A number beyond 2^63 - 1. */
    NUMBER_TOO_LARGE,
    /** A hash that is not 32 bytes long. */
    HASH_LENGTH,

    /** No blank line between text and signatures. */
    NOTE_SEPARATOR,
    /** No signature line. */
    NOTE_UNSIGNED,
    /** A signature line of another form. */
    NOTE_SIGNATURE_LINE,
    /** More signatures than this reader's limit. */
    NOTE_TOO_MANY_SIGNATURES,
    /** An empty key name, or one with a space or a plus. */
    KEY_NAME,
    /** A verifier key of another form. */
    KEY_FORM,
    /** The key's identifier is not the hash of its name, type and bytes. */
    KEY_ID,
    /** A signature type that is not checked here. */
    KEY_TYPE,
    /** Bytes that are no public key of their type. */
    KEY_BYTES,

    /** A checkpoint needs origin, size and root. */
    CHECKPOINT_LINES,
    /** An empty line within a checkpoint. */
    CHECKPOINT_EMPTY_LINE,

    /** No signature of a key that the verifier knows. */
    SIGNATURE_UNKNOWN,
    /** A signature of a known key that does not fit the text. */
    SIGNATURE_WRONG,
    /** A signature of a known key with the wrong length or a time beyond 2^63 - 1. */
    SIGNATURE_FORM,
    /** A cosignature of something that is not a checkpoint. */
    SIGNATURE_NOT_ON_CHECKPOINT,
    /** This Java has no such algorithm. */
    ALGORITHM_UNAVAILABLE,

    /** A tile path of another form. */
    TILE_PATH,
    /** A tile of another length than its path says. */
    TILE_LENGTH,
    /** A tile that is needed and not there. */
    TILE_MISSING,
    /** A tile whose hashes are not those of the entries below it. */
    TILE_DIFFERS,
    /** A bundle of entries with another number of them. */
    BUNDLE_COUNT,
    /** Entries in another form than the log's. */
    BUNDLE_FORM,
    /** The place where the log is could not be read. */
    SOURCE_UNREADABLE,

    /** An index that is not below the tree's size. */
    INDEX_OUTSIDE_TREE,
    /** A tree smaller than the one before. */
    SIZE_SHRANK,
    /** A proof with too many or too few hashes for its tree. */
    PROOF_LENGTH,
    /** A proof that leads to another root. */
    ROOT_DIFFERS,
    /** Two trees of the same size with different roots. */
    SPLIT_VIEW,
    /** A tree without leaves whose root is not the empty hash. */
    EMPTY_TREE_ROOT,

    /** A line of a proof of another form. */
    PROOF_LINE,

    /** A policy line that begins with an unknown word. */
    POLICY_KEYWORD,
    /** A policy line with too few or too many items. */
    POLICY_ITEMS,
    /** A key that a policy names twice. */
    POLICY_DUPLICATE_KEY,
    /** A name that a policy defines twice, or the predefined one. */
    POLICY_DUPLICATE_NAME,
    /** A name that no preceding line defines. */
    POLICY_UNKNOWN_NAME,
    /** A name that is a member twice. */
    POLICY_MEMBER_TWICE,
    /** A threshold outside 1..n. */
    POLICY_THRESHOLD,
    /** No quorum line, or more than one. */
    POLICY_QUORUM,
    /** More logs, witnesses or groups than this reader's limit. */
    POLICY_TOO_MANY,
    /** A checkpoint of a log that the policy does not name. */
    LOG_UNKNOWN,
    /** A checkpoint that no key of its log signed. */
    LOG_SIGNATURE_MISSING,
    /** Too few witnesses cosigned. */
    QUORUM_NOT_REACHED,

    /** A leaf of another form. */
    LEAF_FORM,
    /** A kind outside {@code [a-z][a-z0-9.-]{0,63}}. */
    LEAF_KIND,
    /** A time other than RFC 3339 in UTC with whole seconds. */
    LEAF_TIME,
    /** An opening of another form. */
    OPENING_FORM,
    /** Salt and content are not those that the leaf commits to. */
    COMMITMENT_DIFFERS,

    /** Text that is not base45 of RFC 9285, or breaks off within a group. */
    BASE45,
    /** Bytes that are not well-formed CBOR (RFC 8949 §5.3). */
    CBOR_FORM,
    /** CBOR in another encoding than the deterministic one (RFC 8949 §4.2.1). */
    CBOR_NOT_DETERMINISTIC,
    /** CBOR of a depth or with a number of items beyond this reader's limit. */
    CBOR_TOO_MUCH,
    /** JSON that breaks RFC 8259, names a member twice, or is beyond this reader's limit. */
    JSON_FORM,
    /** CBOR that is no COSE_Sign1 (RFC 9052 §4.2). */
    COSE_FORM,
    /** A signature algorithm that is not accepted here. */
    COSE_ALGORITHM,
    /** Deflated bytes that are broken, or become more than this reader's limit. */
    DEFLATED,

    /** A text that is no seal of a mandate, nor any other signed code that is known here. */
    SEAL_FOREIGN,
    /** A health certificate, not a mandate. */
    SEAL_HEALTH_CERTIFICATE,
    /** A signed code of another service (a CWT), not a mandate. */
    SEAL_OTHER_TOKEN,
    /** A seal of a mandate whose content has another form. */
    SEAL_FORM,
    /** A seal in a version that this reader does not know. */
    SEAL_VERSION,
    /** A seal by a key that is not in the key set. */
    SEAL_KEY_UNKNOWN,
    /** A key that was not to be used yet when it signed. */
    KEY_NOT_YET,
    /** A key that was not to be used any more when it signed. */
    KEY_EXPIRED,
    /** A key that signs something else. */
    KEY_USE,
    /** An anchor file of another form. */
    ANCHOR_FORM,
    /** A key set of another form. */
    KEY_SET_FORM,
    /** A key set that no key of the anchor signed. */
    KEY_SET_UNKNOWN,
    /** A status list of another form. */
    STATUS_FORM,
    /** No status list says anything about this mandate. */
    STATUS_MISSING,
    /** A snapshot of another form. */
    SNAPSHOT_FORM,
    /** What a verifier remembers, in another form. */
    REMEMBERED_FORM,
    /** A register that has no such mandate. */
    MANDATE_UNKNOWN,
    /** A document with a mandate's code that is no letter as it was sealed. */
    LETTER_UNPROVEN,
    /** A letter that no structure has sealed. */
    LETTER_DRAFT,
    /** A mandate for a wallet (SD-JWT VC) of another form. */
    CREDENTIAL_FORM,
    /** A letter that a structure has sealed which isn't the mandate's. */
    LETTER_SEALER,
    /** A code for which a portal that isn't taken at its word shows no seal. */
    PORTAL_UNPROVEN,

    /** A short code of another length than 12 characters. */
    CODE_LENGTH,
    /** A character that no short code has. */
    CODE_CHARACTER,
    /** A short code of which one character is wrong, or more. */
    CODE_WRONG;

    /** Lower case with hyphens, for message bundles and machine-readable output. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
