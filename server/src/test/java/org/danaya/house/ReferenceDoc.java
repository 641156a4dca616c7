package org.danaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A reference document that is generated from the code and compared, so that it cannot lie.
 *
 * <p>With {@code DANAYA_WRITE_REFERENCE=1} in the environment the document is written instead.
 */
public final class ReferenceDoc {

    private static final String NOTE =
            "<!-- Generated and compared by tests. Refresh: DANAYA_WRITE_REFERENCE=1 ./danaya test -->\n\n";

    private ReferenceDoc() {}

    /**
     * Compares a document with what the code says.
     *
     * @param name the file's name in {@code docs/reference}, such as {@code modules.md}
     * @param text what the document must say, in Markdown
     */
    public static void compare(String name, String text) {
        whole(name, NOTE + text.strip() + "\n");
    }

    /** Compares a document that isn't Markdown: it has no room for a note. */
    public static void compareWhole(String name, String text) {
        whole(name, text.strip() + "\n");
    }

    private static void whole(String name, String wanted) {
        Path file = Tree.root().resolve("docs/reference").resolve(name);
        try {
            if ("1".equals(System.getenv("DANAYA_WRITE_REFERENCE"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, wanted);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "docs/reference/%s; refresh it with DANAYA_WRITE_REFERENCE=1 ./danaya test",
                            name)
                    .isEqualTo(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
