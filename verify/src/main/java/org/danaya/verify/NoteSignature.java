package org.danaya.verify;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a signed note (signed-note, "Signatures"): {@code — <key name>
 * base64(32-bit key ID || signature)}.
 */
public final class NoteSignature {

    private static final String DASH = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] bytes;

    /**
     * @param keyId the 32-bit key ID, read in big-endian order
     * @param bytes what follows the key ID, at least one byte
     * @throws IllegalArgumentException where the name is not one, or there are no bytes
     */
    public NoteSignature(String name, int keyId, byte[] bytes) {
        if (!isKeyName(name)) {
            throw new IllegalArgumentException("Not a key name: " + name);
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("A signature without bytes");
        }
        this.name = name;
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    /** Reads one line, without its newline. */
    public static Parsed<NoteSignature> parse(String line) {
        return parse(line, 1);
    }

    static Parsed<NoteSignature> parse(String line, int number) {
        if (!line.startsWith(DASH)) {
            return Parsed.malformed(
                    Reason.NOTE_SIGNATURE_LINE, number, "does not begin with an em dash and space");
        }
        int space = line.indexOf(' ', DASH.length());
        if (space < 0) {
            return Parsed.malformed(
                    Reason.NOTE_SIGNATURE_LINE, number, "has no space between name and signature");
        }
        String name = line.substring(DASH.length(), space);
        if (!isKeyName(name)) {
            return Parsed.malformed(Reason.KEY_NAME, number, "a key name that is not one");
        }
        byte[] decoded = Strict.base64(line.substring(space + 1));
        if (decoded == null) {
            return Parsed.malformed(Reason.BASE64, number, "a signature that is not base64");
        }
        if (decoded.length <= Integer.BYTES) {
            return Parsed.malformed(
                    Reason.NOTE_SIGNATURE_LINE, number, "a signature of at most 4 bytes");
        }
        return Parsed.ok(
                new NoteSignature(
                        name,
                        ByteBuffer.wrap(decoded).getInt(),
                        Arrays.copyOfRange(decoded, Integer.BYTES, decoded.length)));
    }

    /** Non-empty, without Unicode spaces, plus and control characters (signed-note, "Format"). */
    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && Strict.encodable(name)
                && name.codePoints().noneMatch(NoteSignature::forbiddenInNames);
    }

    private static boolean forbiddenInNames(int c) {
        // U+0085 is white space in Unicode, but neither a space character nor ASCII.
        return c == '+' || c <= ' ' || c == 0x85 || Character.isSpaceChar(c);
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** A copy of what follows the key ID. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line with its newline. */
    public String line() {
        byte[] all =
                ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
        return DASH + name + " " + Strict.base64(all) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && name.equals(that.name)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + keyId) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line().strip();
    }
}
