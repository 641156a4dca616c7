package org.danaya.text.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/reference/text-validation.md lists the codes that exist, with their severity. */
class ValidationReferenceTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(text\\.akn\\.[a-z-]+)` \\| (.*)$");

    @Test
    void everyCodeIsDescribedAndNoOther() throws IOException {
        Path file = Path.of("../docs/reference/text-validation.md");
        String text = Files.readString(file);
        Set<String> described = new TreeSet<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            described.add(row.group(1));
        }
        Set<String> codes = new TreeSet<>();
        for (Rule rule : Rule.values()) {
            codes.add(rule.code());
            String severity = rule.severity() == Severity.ERROR ? "error" : "warning";
            String begins = "| `" + rule.code() + "` | " + (rule.schema() ? "" : severity + " | ");
            assertTrue(text.contains("\n" + begins), begins);
        }
        assertEquals(codes, described);
        String elements = "all " + Grammar.standard().elements().size() + " elements";
        assertTrue(text.contains(elements), elements);
        assertTrue(text.contains(AknValidator.FINDINGS + " findings are kept"));
        assertTrue(text.contains(Finding.LONGEST + " letters are kept"));
    }
}
