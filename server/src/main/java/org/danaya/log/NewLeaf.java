package org.danaya.log;

import java.util.regex.Pattern;

/**
 * What a module wants in the log.
 *
 * @param kind {@code [a-z][a-z0-9.-]{0,63}}, public: the module, a dot, and what it is
 * @param content what the leaf commits to, 1 byte to {@link #MAX_CONTENT_BYTES}; kept in the
 *     database and never published by the log
 * @param reference the module's own name for it, never published: no other leaf may have it; 1 to
 *     200 characters, not only digits, such as {@code mandates:mandate:0198…:signed}
 * @param permanent whether it may never be erased: it holds nothing about a person, and something
 *     else is checked against it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record NewLeaf(String kind, byte[] content, String reference, boolean permanent) {

    /** The longest content. A longer text is committed to by its hash. */
    public static final int MAX_CONTENT_BYTES = 65_536;

    private static final int MAX_REFERENCE = 200;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    /** A leaf whose content may be erased later. */
    public NewLeaf(String kind, byte[] content, String reference) {
        this(kind, content, reference, false);
    }

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException where one is passed: the calling code is wrong
     */
    public NewLeaf {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("Not a kind of leaf: " + kind);
        }
        if (content.length == 0 || content.length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException("A leaf of " + content.length + " bytes");
        }
        if (reference.isBlank()
                || reference.length() > MAX_REFERENCE
                || reference.chars().allMatch(Character::isDigit)
                || reference.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Not a reference of a leaf");
        }
    }
}
