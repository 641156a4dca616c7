package org.danaya.sigma.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a YAML stream into its documents at the lines that begin with {@code ---} or {@code ...},
 * which stand nowhere else (YAML 1.2.2 §9.1), so that a broken document leaves its neighbours
 * whole.
 */
public final class Documents {
    private Documents() {}

    /**
     * One of them.
     *
     * @param line the line, from 1, at which {@code text} begins
     */
    public record Document(String text, int line) {}

    /**
     * The documents that have content.
     *
     * @param most so many, and one more where there are more
     */
    public static List<Document> cut(String stream, int most) {
        List<Document> documents = new ArrayList<>();
        int start = 0;
        int startLine = 1;
        int line = 1;
        for (int at = 0; at < stream.length() && documents.size() <= most; line++) {
            boolean begins = marker(stream, at, '-');
            boolean ends = !begins && marker(stream, at, '.');
            int next = stream.indexOf('\n', at);
            next = next < 0 ? stream.length() : next + 1;
            if (begins || ends) {
                add(documents, stream.substring(start, at), startLine);
                start = begins ? at : next;
                startLine = begins ? line : line + 1;
            }
            at = next;
        }
        if (documents.size() <= most) {
            add(documents, stream.substring(start), startLine);
        }
        return documents;
    }

    private static boolean marker(String stream, int at, char c) {
        if (at + 3 > stream.length()
                || stream.charAt(at) != c
                || stream.charAt(at + 1) != c
                || stream.charAt(at + 2) != c) {
            return false;
        }
        return at + 3 == stream.length() || Character.isWhitespace(stream.charAt(at + 3));
    }

    /** Comments, directives and empty lines alone are no document. */
    private static void add(List<Document> documents, String text, int line) {
        if (hasContent(text, text.startsWith("---") ? 3 : 0)) {
            documents.add(new Document(text, line));
        }
    }

    private static boolean hasContent(String text, int from) {
        boolean passedOver = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                passedOver = false;
            } else if (c == '#' || c == '%') {
                passedOver = true;
            } else if (!passedOver && !Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }
}
