package org.danaya.defence.detection.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Set;
import org.danaya.defence.detection.Ledger;
import org.danaya.sigma.input.InputFolder;

/** Why a file isn't read. The codes are stable. */
final class Unread {

    /** There is no such file. */
    static final String MISSING = "file.missing";

    /** Whoever runs this may not read it. */
    static final String DENIED = "file.denied";

    /** The disk doesn't give it. */
    static final String BROKEN = "file.unreadable";

    /** It holds something else than events. */
    static final String UNKNOWN = Ledger.UNKNOWN_FORMAT;

    /** It holds rules. */
    static final String RULES = "file.rules";

    /** It is text below a folder that looks like no log. */
    static final String TEXT = Ledger.UNKNOWN_TEXT;

    /** With which an input couldn't be opened, or not be read to its end. */
    static final Set<String> MISSED =
            Set.of(
                    MISSING,
                    DENIED,
                    BROKEN,
                    InputFolder.Why.UNREADABLE.code(),
                    InputFolder.Why.DEVICE.code());

    private Unread() {}

    /** A file that the system doesn't give. */
    static Input.Unreadable of(String name, IOException why) {
        return switch (why) {
            case NoSuchFileException _, FileNotFoundException _ ->
                    new Input.Unreadable(name, MISSING, "");
            case AccessDeniedException _ -> new Input.Unreadable(name, DENIED, "");
            case FileSystemException e ->
                    new Input.Unreadable(
                            name, BROKEN, Objects.requireNonNullElse(e.getReason(), ""));
            default -> new Input.Unreadable(name, BROKEN, String.valueOf(why.getMessage()));
        };
    }
}
