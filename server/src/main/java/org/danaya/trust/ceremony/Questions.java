package org.danaya.trust.ceremony;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.page.Terminal;

/** Asks whoever sits in front, one question at a time, until the answer will do. */
final class Questions {

    /** The world on the other side of the terminal; tests answer by themselves. */
    interface Answers {

        /** A line; nothing at the end. */
        Optional<String> line();

        /** A line that isn't shown; nothing at the end. */
        Optional<char[]> secret();
    }

    /** Places in {@code /proc/self/stat} behind the program's name (proc(5)). */
    private static final int PROCESS_GROUP = 2;

    private static final int GROUP_IN_FRONT = 5;

    private final Terminal terminal;
    private final Answers answers;

    Questions(Terminal terminal, Answers answers) {
        this.terminal = terminal;
        this.answers = answers;
    }

    /** Whether somebody sits at this process's terminal, and this process may ask. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 gives no console where there is no terminal.
    static boolean areAnswered() {
        Console console = System.console();
        return console != null && console.isTerminal() && inFront();
    }

    /** A program in the background is stopped when it reads the terminal. */
    private static boolean inFront() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return words[PROCESS_GROUP].equals(words[GROUP_IN_FRONT]);
        } catch (IOException _) {
            return true;
        }
    }

    /**
     * The questions at this process's terminal.
     *
     * @throws Fault {@link CeremonyFault#NO_TERMINAL} where there is none
     */
    // Java 25 gives no console where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    static Questions at(Terminal terminal) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Fault(CeremonyFault.NO_TERMINAL);
        }
        return new Questions(
                terminal,
                new Answers() {
                    @Override
                    public Optional<String> line() {
                        return Optional.ofNullable(console.readLine("> "));
                    }

                    @Override
                    public Optional<char[]> secret() {
                        return Optional.ofNullable(console.readPassword("> "));
                    }
                });
    }

    /**
     * An answer that a parser takes; it throws {@link IllegalArgumentException} for others.
     *
     * @param byDefault stands for an empty answer; empty where there is none
     */
    <T> T ask(String key, String byDefault, Function<String, T> parser, Object... facts) {
        while (true) {
            terminal.complain("ceremony.ask." + key, facts);
            if (!byDefault.isEmpty()) {
                terminal.complain("ceremony.ask.default", byDefault);
            }
            String answer =
                    answers.line().orElseThrow(() -> new Fault(CeremonyFault.NO_TERMINAL)).strip();
            try {
                return parser.apply(answer.isEmpty() ? byDefault : answer);
            } catch (IllegalArgumentException _) {
                terminal.complain("ceremony.ask.again", answer);
            }
        }
    }

    /** A passphrase, typed twice, long enough unless it is a rehearsal. */
    Secret askNew(String keeper, boolean rehearsal) {
        while (true) {
            terminal.complain("ceremony.ask.passphrase", keeper, Keeper.LEAST_CHARACTERS);
            char[] first = secret();
            if (first.length < Keeper.LEAST_CHARACTERS && !rehearsal) {
                terminal.complain("ceremony.ask.longer", Keeper.LEAST_CHARACTERS);
                continue;
            }
            terminal.complain("ceremony.ask.passphrase-again", keeper);
            if (Arrays.equals(first, secret())) {
                return Secret.of(new String(first));
            }
            terminal.complain("ceremony.ask.differs");
        }
    }

    /** A passphrase that exists. */
    Secret askKnown(String keeper) {
        terminal.complain("ceremony.ask.share", keeper);
        return Secret.of(new String(secret()));
    }

    private char[] secret() {
        return answers.secret().orElseThrow(() -> new Fault(CeremonyFault.NO_TERMINAL));
    }
}
