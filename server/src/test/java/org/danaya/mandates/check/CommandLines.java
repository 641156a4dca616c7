package org.danaya.mandates.check;

import java.time.Clock;
import org.danaya.page.Heard;
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
        try (Heard heard = Heard.together()) {
            int exit = new CommandLine(new VerifyCommand(invocation, clock)).execute(texts);
            // What libraries log is not what the command says.
            String words =
                    heard.out()
                            .replaceAll(
                                    "(?m)^(\\{\"(?!kind\")|[A-Z]{4,5} [a-z.]+\\.[A-Z]).*\\n", "");
            return new CommandLines(exit, words);
        }
    }
}
