package org.danaya.trust.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.page.Language;
import org.danaya.page.Words;

/**
 * The frame of a language, filled. In the frame a line that begins with {@code cp| } or {@code cps|
 * } is for one document alone, {@code !! } begins what the authority must write, and <code>{{name}}
 * </code> is a place.
 */
final class PolicyDocument {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.-]+)}}");
    private static final String TO_WRITE = "!! ";

    private PolicyDocument() {}

    /** The document in Markdown. */
    static String of(PolicyKind kind, Language language, Words words, Map<String, String> places) {
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + words.say(language, "policy.title." + kind.code()));
        blocks.add(words.say(language, "policy.draft"));
        for (String line : frame(language).lines().toList()) {
            String own = own(kind, line);
            if (own.isEmpty()) {
                continue;
            }
            blocks.add(
                    own.startsWith(TO_WRITE)
                            ? "> **"
                                    + words.say(language, "policy.to-write")
                                    + "** "
                                    + fill(own.substring(TO_WRITE.length()), places)
                            : fill(lower(own), places));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    /** A line as a document has it; empty where it is the other's. */
    private static String own(PolicyKind kind, String line) {
        for (PolicyKind each : PolicyKind.values()) {
            String mark = each.code() + "| ";
            if (line.startsWith(mark)) {
                return each == kind ? line.substring(mark.length()) : "";
            }
        }
        return line;
    }

    /** The document's title is its only heading of the first level. */
    private static String lower(String line) {
        return line.startsWith("#") ? "#" + line : line;
    }

    private static String fill(String line, Map<String, String> places) {
        return PLACE.matcher(line)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        Objects.requireNonNull(
                                                places.get(place.group(1)), place.group(1))));
    }

    private static String frame(Language language) {
        String file = "/policy/frame." + language.code() + ".md";
        try (InputStream in =
                Objects.requireNonNull(PolicyDocument.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
