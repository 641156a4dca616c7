package org.danaya.text.form;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses a text may lead to. */
public final class Address {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");

    /** Longer addresses lead nowhere. */
    private static final int LONGEST = 2_000;

    private Address() {}

    /**
     * An address outside the text: {@code http}, {@code https} or {@code mailto} in so many words,
     * without blanks and control characters, which browsers would skip.
     */
    public static Optional<String> outside(String href) {
        var scheme = SCHEME.matcher(href);
        boolean known =
                scheme.lookingAt() && SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
        return known && href.length() <= LONGEST && clean(href)
                ? Optional.of(href)
                : Optional.empty();
    }

    /** The part of the text itself that an address leads to: {@code art_3} of {@code #art_3}. */
    public static Optional<String> inside(String href) {
        return href.length() > 1 && href.length() <= LONGEST && href.charAt(0) == '#' && clean(href)
                ? Optional.of(href.substring(1))
                : Optional.empty();
    }

    /** Whether a name can be that of a part: not empty, no blanks, no control characters. */
    public static boolean names(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && clean(id);
    }

    private static boolean clean(String href) {
        return href.codePoints()
                .noneMatch(
                        point ->
                                point <= ' '
                                        || Character.isISOControl(point)
                                        || Character.isWhitespace(point)
                                        || Character.isSpaceChar(point)
                                        || Character.getType(point) == Character.FORMAT
                                        || Character.getType(point) == Character.SURROGATE);
    }
}
