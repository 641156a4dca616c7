package org.danaya.verify.mandate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The verifier as one HTML file, which travels on a USB key and needs nothing beside it: script,
 * style, French and English words, and perhaps an anchor and a snapshot.
 *
 * <p>Its parts are in {@code static} of this library, for a page that has them apart: {@code
 * verify.css}, and {@code verify.js}, {@code verify-check.js}, {@code verify-words.js}, {@code
 * verify-sentences.js}, {@code verify-page.js} in this order; {@code jsqr.js} is fetched when it is
 * needed.
 */
public final class VerifierFile {

    /** What to call it. */
    public static final String NAME = "danaya-verify.html";

    private static final String[] SCRIPTS = {
        "verify.js", "verify-check.js", "verify-words.js", "verify-sentences.js", "verify-page.js"
    };

    private VerifierFile() {}

    /** The file without authority and information: whoever opens it chooses them. */
    public static String bare() {
        return assembled("", "");
    }

    /** The file with an anchor; a snapshot is opened beside it. */
    public static String with(Anchor anchor) {
        return assembled(anchor.toJson(), "");
    }

    /** The file with an anchor and a snapshot. */
    public static String with(Anchor anchor, Snapshot snapshot) {
        return assembled(anchor.toJson(), Base64.getEncoder().encodeToString(snapshot.toBytes()));
    }

    private static String assembled(String anchor, String snapshot) {
        StringBuilder script = new StringBuilder();
        for (String part : SCRIPTS) {
            script.append(resource("/static/" + part));
        }
        String html = resource("verify.html");
        return html.replace("@@style@@", resource("/static/verify.css"))
                .replace("@@licence@@", "<!-- jsQR: Apache License 2.0 -->")
                .replace("@@anchor@@", anchor.replace("<", "\\u003c"))
                .replace("@@snapshot@@", snapshot)
                .replace("@@jsqr@@", unclosed(resource("/static/jsqr.js")))
                .replace("@@script@@", unclosed(script.toString()));
    }

    /** No script may end before its end. */
    private static String unclosed(String script) {
        if (script.contains("</script") || script.contains("<!--")) {
            throw new IllegalStateException("A script that would end the page");
        }
        return script;
    }

    /** The words of both languages as the script that the pages take them from. */
    static String wordsScript() {
        StringBuilder out =
                new StringBuilder(
                        "/* Danaya: the words, made of words.fr.properties and"
                                + " words.en.properties. */\n"
                                + "(globalThis.Danaya = globalThis.Danaya || {}).words = {\n");
        append(out, "fr", VerdictWords.FRENCH);
        append(out, "en", VerdictWords.ENGLISH);
        return out.append("};\n").toString();
    }

    private static void append(StringBuilder out, String language, VerdictWords words) {
        out.append("    ").append(language).append(": {\n");
        for (Map.Entry<String, String> word : words.all().entrySet()) {
            out.append("        ")
                    .append(Json.quote(word.getKey()))
                    .append(": ")
                    .append(Json.quote(word.getValue()))
                    .append(",\n");
        }
        out.append("    },\n");
    }

    private static String resource(String name) {
        try (InputStream in = VerifierFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This library has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
