package org.danaya.form;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The header by which a program names what it asks for, so that asking again makes nothing twice.
 * It is the only way: no body has a field for it.
 */
public final class IdempotencyKey {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");

    private IdempotencyKey() {}

    /**
     * The name that a program gave, 1 to 100 visible ASCII characters; nothing where it gave none.
     *
     * @param value of the header
     * @param wrong what is thrown where it isn't so
     */
    public static Optional<String> read(@Nullable String value, Supplier<Fault> wrong) {
        if (value == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(value).matches()) {
            throw wrong.get();
        }
        return Optional.of(value);
    }
}
