package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;

/**
 * The smallest of what is compared: a word, a sign, space, a footnote.
 *
 * @param key by which it is the same in both versions, however it looks
 * @param inline itself
 */
record Token(String key, Inline inline) {

    private static final Pattern PIECES =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}]+(?:[-\u2010\u2011][\\p{L}\\p{M}\\p{N}]+)*[’']?|[\\s\\u00a0\\u202f]+|.",
                    Pattern.DOTALL);

    static List<Token> of(List<Inline> inlines) {
        List<Token> tokens = new ArrayList<>();
        for (Inline inline : inlines) {
            switch (inline) {
                case Run run -> {
                    Matcher piece = PIECES.matcher(run.text());
                    while (piece.find()) {
                        tokens.add(new Token(piece.group(), new Run(piece.group(), run.style())));
                    }
                }
                case Note note -> tokens.add(new Token("\u0001" + note.marker(), note));
                case Break _ -> tokens.add(new Token("\u0002", inline));
                case Picture picture -> tokens.add(new Token("\u0003" + picture, picture));
            }
        }
        return tokens;
    }

    boolean space() {
        return key.isBlank() || key.charAt(0) == '\u00a0' || key.charAt(0) == '\u202f';
    }

    /** Whether it is a word, not a sign. */
    boolean word() {
        return Character.isLetterOrDigit(key.codePointAt(0));
    }
}
