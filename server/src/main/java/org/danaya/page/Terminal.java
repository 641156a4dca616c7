package org.danaya.page;

import java.io.Console;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.SettingProblem;
import org.danaya.base.SettingsRefused;
import org.jspecify.annotations.Nullable;

/** What the command line says to the person in front of it. */
public final class Terminal {

    /** It was done. */
    public static final int DONE = 0;

    /** The answer is no. */
    public static final int NEGATIVE = 1;

    /** The command was used wrongly. */
    public static final int WRONG_USE = 2;

    /** It could not be done. */
    public static final int FAILURE = 3;

    private static final Pattern UNSHOWN =
            Pattern.compile(
                    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f"
                            + "\\u2028-\\u202e\\u2066-\\u2069\\ufeff]|\\r(?!\\n)");

    private final Words words;
    private final Language language;

    /** Speaks one language, on standard output and standard error. */
    public Terminal(Words words, Language language) {
        this.words = words;
        this.language = language;
    }

    /** The language of the environment, as POSIX orders it; French where none is set. */
    public static String systemLanguage() {
        Map<String, String> environment = System.getenv();
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "fr";
    }

    /** Prints a sentence. */
    public void say(String key, Object... facts) {
        print(words.say(language, key, facts));
    }

    /** A sentence in its language, not said yet. */
    public String sentence(String key, Object... facts) {
        return words.say(language, key, facts);
    }

    /** The sentence of a fault in its language, not said yet. */
    public String sentence(Fault fault) {
        return words.say(language, fault);
    }

    /** The words it has. */
    public Words words() {
        return words;
    }

    /** Whether standard output is a terminal, and nobody asks for no colours (no-color.org). */
    public boolean isColoured() {
        return isTerminal() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** How many columns it has; 0 where nothing says so. */
    public int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}")
                ? Integer.parseInt(columns)
                : 0;
    }

    /** The language it speaks. */
    public Language language() {
        return language;
    }

    /** A phrase, to be a fact of a sentence. */
    public String word(String key, Object... facts) {
        return words.say(language, key, facts);
    }

    /**
     * Prints a text as it is, but for what would make a terminal do something instead of showing
     * it.
     */
    public void print(String line) {
        System.out.println(shown(line));
    }

    /**
     * The text with a sign in place of each control character and of each that turns the direction
     * of others, apart from tabs and ends of lines: what comes from outside must not repaint what
     * stands on the screen.
     */
    public static String shown(String text) {
        return UNSHOWN.matcher(text).replaceAll("\uFFFD");
    }

    /** Prints a text as {@link #print} does, on standard error. */
    public void remark(String line) {
        System.err.println(shown(line));
    }

    /** Prints a sentence on standard error. */
    public void complain(String key, Object... facts) {
        remark(words.say(language, key, facts));
    }

    /** Prints a sentence for a command that was used wrongly, with its code: the key. */
    public int wrongUse(String key, Object... facts) {
        remark(words.say(language, key, facts) + " [" + key + "]");
        return WRONG_USE;
    }

    /** Shows how far long work has come, on a terminal alone; each time in place of the last. */
    public void progress(String key, Object... facts) {
        if (isTerminal()) {
            System.err.print("\r" + words.say(language, key, facts));
        }
    }

    /** Ends the line of {@link #progress}. */
    public void endProgress() {
        if (isTerminal()) {
            System.err.println();
        }
    }

    // Java 22 to 24 always gave a console; 25 gives none again where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Prints one sentence for what failed, and gives the exit code. */
    public int failure(Throwable problem) {
        if (problem instanceof SettingsRefused wrong) {
            return refused(wrong.problems());
        }
        if (isMemory(problem)) {
            remark(words.say(language, "terminal.memory") + " [terminal.memory]");
            return FAILURE;
        }
        Fault fault = fault(problem);
        if (fault == null) {
            problem.printStackTrace(System.err);
            System.err.println(words.say(language, "terminal.defect"));
        } else {
            System.err.println(
                    shown(words.say(language, fault) + " [" + fault.code().code() + "]"));
        }
        return FAILURE;
    }

    private int refused(List<SettingProblem> problems) {
        problems.forEach(problem -> System.err.println(sentence(problem)));
        return WRONG_USE;
    }

    private String sentence(SettingProblem problem) {
        return switch (problem) {
            case SettingProblem.UnknownKey(String key, String source, String nearest) ->
                    nearest == null
                            ? words.say(language, "setting.unknown", key, source)
                            : words.say(language, "setting.unknown-near", key, source, nearest);
            case SettingProblem.WrongValue(
                            String key,
                            String source,
                            String value,
                            String expected) ->
                    words.say(language, "setting.wrong", key, source, value, expected);
            case SettingProblem.UnreadableFile(String _, String source, String reason) ->
                    words.say(language, "setting.unreadable", source, reason);
        };
    }

    private static boolean isMemory(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static @Nullable Fault fault(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault;
            }
        }
        return null;
    }
}
