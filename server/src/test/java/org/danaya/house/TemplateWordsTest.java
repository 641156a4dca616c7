package org.danaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read comes from the bundles: no template holds text of its own. */
class TemplateWordsTest {

    /** What isn't text of the page: code of the template, comments. */
    private static final Pattern CODE =
            Pattern.compile(
                    "(?s)<%--.*?--%>|<!--.*?-->|^@(import|param)[^\\n]*$|!\\{[^}]*\\}"
                            + "|@else\\b|@end(if|for)\\b|@raw.*?@endraw",
                    Pattern.MULTILINE);

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\b(alt|title|aria-label|placeholder)=\"([^\"]*)\"");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    @Test
    void noTemplateHoldsTextOfItsOwn() {
        List<String> found = new ArrayList<>();
        Tree.files(".jte").stream()
                .filter(path -> path.toString().contains("src/main/jte"))
                .forEach(path -> search(path, found));
        assertThat(found).as("text belongs into words/MODULE.LANGUAGE.properties").isEmpty();
    }

    @Test
    void noTemplateHoldsAScriptOrAStyleOfItsOwn() {
        List<Path> found =
                Tree.files(".jte").stream()
                        .filter(path -> path.toString().contains("src/main/jte"))
                        .filter(
                                path ->
                                        Tree.read(path)
                                                .matches(
                                                        "(?s).*(<style|\\sstyle=|\\son[a-z]+=\""
                                                                + "|<script(?![^>]*\\ssrc=)|\\$unsafe).*"))
                        .toList();
        assertThat(found)
                .as("the content policy forbids them, and escaping is never left out")
                .isEmpty();
    }

    private static void search(Path path, List<String> found) {
        String code = withoutCalls(CODE.matcher(Tree.read(path)).replaceAll(" "));
        Matcher attributes = ATTRIBUTE.matcher(code);
        while (attributes.find()) {
            if (WORD.matcher(attributes.group(2)).find()) {
                found.add(path + ": " + attributes.group());
            }
        }
        Matcher words = WORD.matcher(code.replaceAll("(?s)<[^>]*>", " "));
        while (words.find()) {
            found.add(path + ": " + words.group());
        }
    }

    /**
     * Takes away what stands in {@code ${…}} and in the brackets of {@code @if}, {@code @template}.
     */
    private static String withoutCalls(String text) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        Matcher call =
                Pattern.compile("\\$\\{|@(if|elseif|for|template[.\\w]*)\\s*\\(").matcher(text);
        while (call.find(at)) {
            left.append(text, at, call.start());
            at = end(text, call.end(), left);
        }
        return left.append(text.substring(at)).toString();
    }

    /** The place after the bracket that closes a call; what is between backquotes is text again. */
    private static int end(String text, int start, StringBuilder left) {
        int depth = 1;
        int at = start;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at);
            if (c == '"') {
                at = text.indexOf('"', at + 1);
            } else if (c == '@' && text.startsWith("@`", at)) {
                int close = closing(text, at + 2);
                left.append(withoutCalls(text.substring(at + 2, close))).append(' ');
                at = close;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            }
            at++;
        }
        return at;
    }

    private static int closing(String text, int start) {
        int depth = 1;
        int at = start;
        while (depth > 0) {
            boolean opens = text.startsWith("@`", at);
            boolean closes = text.charAt(at) == '`';
            depth += opens ? 1 : closes ? -1 : 0;
            at += opens ? 2 : 1;
        }
        return at - 1;
    }
}
