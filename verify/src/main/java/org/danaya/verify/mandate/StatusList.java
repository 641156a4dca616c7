package org.danaya.verify.mandate;

import java.util.Arrays;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/**
 * How mandates stand, two bits each (IETF Token Status List, "Status List"). It never changes:
 * {@link Builder} makes one.
 */
public final class StatusList {

    /** How many bits of an index name an entry of its list. */
    public static final int INDEX_BITS = 20;

    /** The most entries of a list. */
    public static final int MAX_ENTRIES = 1 << INDEX_BITS;

    private static final int PER_BYTE = 4;

    /** How a mandate stands. The order is the format's values. */
    public enum Status {
        VALID(0),
        /** For ever. */
        REVOKED(1),
        SUSPENDED(2),
        /** Some of its powers were revoked. */
        REDUCED(3);

        private final int value;

        Status(int value) {
            this.value = value;
        }

        /** The two bits of the list. */
        public int value() {
            return value;
        }

        /**
         * The status of two bits.
         *
         * @throws IllegalArgumentException for any others
         */
        public static Status of(int value) {
            return switch (value) {
                case 0 -> VALID;
                case 1 -> REVOKED;
                case 2 -> SUSPENDED;
                case 3 -> REDUCED;
                default -> throw new IllegalArgumentException("No status " + value);
            };
        }
    }

    private static final Status[] STATUSES = Status.values();

    private final byte[] packed;

    private StatusList(byte[] packed) {
        this.packed = packed;
    }

    /** Reads the zlib bytes of a list, up to {@link #MAX_ENTRIES}. */
    static Parsed<StatusList> read(byte[] deflated) {
        return Deflated.read(deflated, MAX_ENTRIES / PER_BYTE)
                .then(
                        packed ->
                                packed.length == 0
                                        ? Parsed.malformed(Reason.STATUS_FORM, "an empty list")
                                        : Parsed.ok(new StatusList(packed)));
    }

    /** How many entries it has: a multiple of four. */
    public int size() {
        return packed.length * PER_BYTE;
    }

    /**
     * How the entry stands.
     *
     * @throws IndexOutOfBoundsException where the list has no such entry
     */
    public Status get(int entry) {
        return STATUSES[packed[entry / PER_BYTE] >> (2 * (entry % PER_BYTE)) & 3];
    }

    /** The list as zlib bytes, the {@code lst} of token and JWT. */
    public byte[] compressed() {
        return Deflated.write(packed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusList that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    /** Makes a list. For one thread at a time. */
    public static final class Builder {

        private final byte[] packed;

        /**
         * A list of valid entries.
         *
         * @param entries rounded up to a multiple of four
         * @throws IllegalArgumentException where it is none, or more than {@link #MAX_ENTRIES}
         */
        public Builder(int entries) {
            if (entries < 1 || entries > MAX_ENTRIES) {
                throw new IllegalArgumentException("1 to " + MAX_ENTRIES + " entries");
            }
            this.packed = new byte[(entries + PER_BYTE - 1) / PER_BYTE];
        }

        /** Sets an entry. */
        public Builder set(int entry, Status status) {
            int shift = 2 * (entry % PER_BYTE);
            int others = packed[entry / PER_BYTE] & ~(3 << shift);
            packed[entry / PER_BYTE] = (byte) (others | status.value() << shift);
            return this;
        }

        public StatusList build() {
            return new StatusList(packed.clone());
        }
    }
}
