package org.danaya.mandates.check;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import picocli.CommandLine;

/** The command {@code danaya verify} within a test. */
record CommandLines(int exit, String said) {

    static CommandLines verify(Clock clock, Object... arguments) {
        Invocation invocation =
                new Invocation(
                        new Terminal(Words.load(), Language.FRENCH),
                        _ -> {
                            throw new AssertionError("no installation is needed");
                        });
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            int exit = new CommandLine(new VerifyCommand(invocation, clock)).execute(texts);
            // What libraries log is not what the command says.
            String words =
                    said.toString(StandardCharsets.UTF_8)
                            .replaceAll(
                                    "(?m)^(\\{\"(?!kind\")|[A-Z]{4,5} [a-z.]+\\.[A-Z]).*\\n", "");
            return new CommandLines(exit, words);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
