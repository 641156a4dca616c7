package org.danaya.trust.validation;

import java.util.Arrays;
import java.util.Objects;

/** A file that somebody wants checked, or that a signature is about. */
public final class SignedFile {

    private final String name;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name the name that it had on their machine; of a path only the last part is kept
     */
    public SignedFile(String name, byte[] bytes) {
        this.name = plain(name);
        this.bytes = bytes;
    }

    /** The last part of its name, of at most 200 characters, without control characters. */
    public String name() {
        return name;
    }

    /** What is in it: not a copy, and never to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }

    boolean beginsWith(String ascii) {
        return at(0, ascii);
    }

    boolean at(int place, String ascii) {
        if (place + ascii.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[place + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String kept = last.replaceAll("\\p{Cntrl}", "");
        return kept.length() > 200 ? kept.substring(kept.length() - 200) : kept;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedFile file
                && file.name.equals(name)
                && Arrays.equals(file.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(bytes));
    }
}
