package org.danaya.log;

import java.time.Instant;

/**
 * That the log signs nothing, and why.
 *
 * @param detail what was seen, in English for a technical reader
 */
public record Halt(Reason reason, String detail, Instant since) {

    /** Why the log signs nothing. The words are under {@code log.halt.CODE}. */
    public enum Reason {
        /** A file behind a commitment could not be written, synchronised or renamed. */
        WRITE_FAILED("write-failed"),
        /** The published checkpoint has leaves that the database lacks. */
        DATABASE_BEHIND("database-behind"),
        /** The files show an older checkpoint than the database published, or none. */
        FILES_BEHIND("files-behind"),
        /** Tiles on disk are missing or don't make the published root. */
        TILES_DAMAGED("tiles-damaged"),
        /** The checkpoint on disk can't be read or isn't signed by the log's key. */
        CHECKPOINT_DAMAGED("checkpoint-damaged"),
        /** Database and published checkpoint have different roots for one size. */
        ROOT_DIFFERS("root-differs"),
        /** A private key of the log isn't there, or can't be used. */
        KEY_MISSING("key-missing"),
        /** A key in the home isn't the one that the log began with. */
        KEY_DIFFERS("key-differs"),
        /** A signature that was just made doesn't verify. */
        SIGNATURE_WRONG("signature-wrong"),
        /**
         * The home was restored from a backup: later checkpoints may be in other people's hands.
         */
        RESTORED("restored");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }

        static Reason of(String code) {
            for (Reason reason : values()) {
                if (reason.code.equals(code)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }
}
