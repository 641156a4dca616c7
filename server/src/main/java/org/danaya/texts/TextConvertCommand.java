package org.danaya.texts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.text.file.TextFile;
import org.danaya.text.file.TextFiles;
import org.danaya.text.file.TextForm;
import org.danaya.text.grammar.AknValidator;
import org.danaya.text.grammar.Drafts;
import org.danaya.text.grammar.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a text in another form. */
@Command(name = "convert", mixinStandardHelpOptions = true)
final class TextConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "text.file")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            descriptionKey = "text.convert.to")
    private String to = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "text.out")
    private Path out = Path.of("");

    @Option(names = "--language", paramLabel = "CODE", descriptionKey = "text.language")
    private String language = "fr";

    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "text.author")
    private String author = "";

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "text.date")
    private @Nullable LocalDate date;

    private final Terminal terminal;
    private final TextDrawer drawer;
    private final Clock clock;

    TextConvertCommand(Invocation invocation) {
        terminal = invocation.terminal();
        drawer = new TextDrawer(terminal);
        clock = Clock.systemUTC();
    }

    @Override
    public Integer call() {
        Optional<TextForm> form = TextForm.of(to);
        if (form.isEmpty()) {
            return terminal.wrongUse("texts.no-such-form", to, "akn, docx, pdf, html, md, txt");
        }
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        TextFile text = drawer.text(file, language, day);
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        byte[] written =
                TextFiles.write(
                        text.root(),
                        text.flow(),
                        form.get(),
                        new TextFiles.Imprinted(author, at, "", drawer.legend()));
        drawer.write(out, written);
        if (form.get() == TextForm.AKN) {
            Report report = AknValidator.validate(written, Drafts.REFUSED);
            if (!report.valid()) {
                terminal.complain("texts.converted-invalid", out, report.errors());
            }
        }
        return Terminal.DONE;
    }
}
