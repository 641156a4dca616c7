package org.danaya.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An entry of Danaya's public log, version 1: what kind of act, when, and a commitment to its
 * content that says nothing about it ({@code docs/reference/leaf-format.md}).
 */
public final class LeafEntry {

    /** The first line. */
    public static final String HEADER = "danaya-leaf/v1";

    /** The length of salt and commitment, in bytes. */
    public static final int SALT_BYTES = 32;

    /** The longest content that a leaf commits to, in bytes. */
    public static final int MAX_CONTENT_BYTES = 1 << 20;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    /** Four lines of which the second has at most 64 characters. */
    private static final int MAX_BYTES = 160;

    private static final int LINES = 4;

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private final String kind;
    private final Instant time;
    private final byte[] commitment;

    private LeafEntry(String kind, Instant time, byte[] commitment) {
        this.kind = kind;
        this.time = time;
        this.commitment = commitment;
    }

    /**
     * The entry that commits to some content.
     *
     * @param time cut to whole seconds
     * @param salt 32 bytes of a secure random generator, never used for another leaf. Whoever has
     *     it and can guess the content can prove the guess; without it nobody can.
     * @param content 1 to {@link #MAX_CONTENT_BYTES} bytes
     * @throws IllegalArgumentException where the kind, the year, the salt or the content is outside
     *     of its limits
     */
    public static LeafEntry commit(String kind, Instant time, byte[] salt, byte[] content) {
        Instant seconds = time.truncatedTo(ChronoUnit.SECONDS);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("Not a kind of leaf: " + kind);
        }
        if (seconds.isBefore(YEAR_0) || !seconds.isBefore(YEAR_10000)) {
            throw new IllegalArgumentException("A year outside of 0000 to 9999");
        }
        if (!withinLimits(salt, content)) {
            throw new IllegalArgumentException("A salt of 32 bytes and content of 1 to 2^20");
        }
        return new LeafEntry(kind, seconds, hmac(kind, seconds, salt, content));
    }

    /** Reads an entry's bytes, in exactly the spelling that {@link #toBytes} writes. */
    public static Parsed<LeafEntry> parse(byte[] entry) {
        if (entry.length > MAX_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        }
        String text = Strict.utf8(entry);
        if (text == null) {
            return Parsed.malformed(Reason.NOT_UTF8, "not UTF-8");
        }
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            return Parsed.malformed(Reason.LEAF_FORM, "not four lines, each with its newline");
        }
        if (!lines[0].equals(HEADER)) {
            return Parsed.malformed(Reason.WRONG_HEADER, 1, "not " + HEADER);
        }
        if (!KIND.matcher(lines[1]).matches()) {
            return Parsed.malformed(Reason.LEAF_KIND, 2, "not a kind of leaf");
        }
        Instant time;
        try {
            time = Instant.parse(lines[2]);
        } catch (DateTimeException e) {
            return Parsed.malformed(Reason.LEAF_TIME, 3, "not a time");
        }
        // The JDK also reads offsets, fractions, 24:00 and years of five digits.
        if (lines[2].length() != "0000-00-00T00:00:00Z".length()
                || !time.toString().equals(lines[2])) {
            return Parsed.malformed(Reason.LEAF_TIME, 3, "not in UTC with whole seconds");
        }
        byte[] commitment = Strict.base64(lines[3]);
        if (commitment == null) {
            return Parsed.malformed(Reason.BASE64, 4, "a commitment that is not base64");
        }
        return commitment.length == SALT_BYTES
                ? Parsed.ok(new LeafEntry(lines[1], time, commitment))
                : Parsed.malformed(Reason.HASH_LENGTH, 4, "a commitment has 32 bytes");
    }

    private static byte[] hmac(String kind, Instant time, byte[] salt, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            mac.update(
                    (HEADER + "\n" + kind + "\n" + time + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Whether this salt and this content are what the entry commits to. */
    public Verdict<LeafEntry> opens(byte[] salt, byte[] content) {
        // HMAC fills a short key with zeros, so that several keys would open the same leaf.
        boolean same =
                withinLimits(salt, content)
                        && Arrays.equals(commitment, hmac(kind, time, salt, content));
        return same
                ? Verdict.valid(this)
                : Verdict.invalid(Reason.COMMITMENT_DIFFERS, "the leaf commits to other content");
    }

    private static boolean withinLimits(byte[] salt, byte[] content) {
        return salt.length == SALT_BYTES
                && content.length >= 1
                && content.length <= MAX_CONTENT_BYTES;
    }

    /** What kind of act, such as {@code mandate.issued}. */
    public String kind() {
        return kind;
    }

    /** When it was recorded, in whole seconds. */
    public Instant time() {
        return time;
    }

    /** A copy of the 32 bytes. */
    public byte[] commitment() {
        return commitment.clone();
    }

    /** The entry's bytes, which the log hashes. */
    public byte[] toBytes() {
        return (HEADER + "\n" + kind + "\n" + time + "\n" + Strict.base64(commitment) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The entry's hash in the log. */
    public TreeHash hash() {
        return TreeHash.leaf(toBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeafEntry that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return kind + " " + time;
    }
}
