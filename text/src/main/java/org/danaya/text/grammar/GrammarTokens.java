package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.List;

/** The words and signs of a statement of a grammar, one after the other. */
final class GrammarTokens {

    private final List<String> tokens;
    private int at;

    GrammarTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    static List<String> of(String text) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isOfAWord(text.charAt(end))) {
                end++;
            }
            if (end == at && text.charAt(at) != ' ') {
                end++;
            }
            if (end > at) {
                found.add(text.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private static boolean isOfAWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == ':';
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    String next() {
        if (atEnd()) {
            throw new IllegalStateException("ends too soon: " + tokens);
        }
        return tokens.get(at++);
    }

    /** Goes past it where it comes next. */
    boolean take(String token) {
        if (!atEnd() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    void require(String token) {
        if (!take(token)) {
            throw new IllegalStateException("no " + token + " at " + at + " of " + tokens);
        }
    }

    void requireEnd() {
        if (!atEnd()) {
            throw new IllegalStateException("too much at " + at + " of " + tokens);
        }
    }

    List<String> rest() {
        List<String> rest = tokens.subList(at, tokens.size());
        at = tokens.size();
        return rest;
    }
}
