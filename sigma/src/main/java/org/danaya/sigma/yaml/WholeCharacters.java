package org.danaya.sigma.yaml;

import java.io.Reader;

/**
 * A text that is never handed out up to the middle of a character beyond the basic plane, because
 * the YAML parser stumbles over one that lies across the end of its buffer.
 */
final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        int size = Math.min(length, text.length() - at);
        if (size == 0) {
            return length == 0 ? 0 : -1;
        }
        if (size > 1
                && at + size < text.length()
                && Character.isHighSurrogate(text.charAt(at + size - 1))) {
            size--;
        }
        text.getChars(at, at + size, buffer, offset);
        at += size;
        return size;
    }

    @Override
    public void close() {}
}
