package org.danaya.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.danaya.base.Sha256;

/**
 * The hashes of the chain, as {@code docs/reference/journal-format.md} defines them: SHA-256 over
 * {@code danaya.journal.v1}, a line feed, and fields, each its length in four bytes (big-endian)
 * and its bytes.
 *
 * <p>Not safe for use by several threads.
 */
final class ChainHash {

    private static final byte[] PREFIX = "danaya.journal.v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HASH_LENGTH = {0, 0, 0, 32};

    private final MessageDigest sha256 = Sha256.begin();

    /** An entry as the chain covers it. */
    record Covered(
            long id,
            Instant at,
            String actorKind,
            String actor,
            String role,
            String act,
            String subject,
            String outcome,
            String facts,
            String request,
            Hash addressDigest) {}

    /** The hash of an entry at its position. */
    Hash of(Hash previous, long position, Covered entry) {
        byte[] fields = fields(position, entry);
        return Hash.of(of(previous.bytes(), fields, 0, fields.length));
    }

    /** The hash from the previous one and the encoded fields, position to address digest. */
    byte[] of(byte[] previous, byte[] fields, int offset, int length) {
        sha256.update(PREFIX);
        sha256.update(HASH_LENGTH);
        sha256.update(previous);
        sha256.update(fields, offset, length);
        return sha256.digest();
    }

    /** What the chain covers of an address. */
    byte[] ofAddress(byte[] salt, byte[] address) {
        sha256.update(salt);
        return sha256.digest(address);
    }

    /** The digest of an address that is kept. */
    static Hash addressDigest(byte[] salt, String address) {
        return Hash.of(new ChainHash().ofAddress(salt, address.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] fields(long position, Covered entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        field(out, bytes(position));
        field(out, bytes(entry.id));
        field(out, bytes(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at)));
        for (String text :
                new String[] {
                    entry.actorKind,
                    entry.actor,
                    entry.role,
                    entry.act,
                    entry.subject,
                    entry.outcome,
                    entry.facts,
                    entry.request
                }) {
            field(out, text.getBytes(StandardCharsets.UTF_8));
        }
        field(out, entry.addressDigest.bytes());
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
