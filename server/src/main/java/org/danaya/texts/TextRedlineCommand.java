package org.danaya.texts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.text.file.TextFile;
import org.danaya.text.file.TextFiles;
import org.danaya.text.file.TextForm;
import org.danaya.text.form.Tally;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Redline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes what changed between two versions of a text: as tracked changes of Word, of which all
 * accepted are the new text and all rejected the old one, as HTML or as PDF. Exits 0, whether
 * anything changed or not.
 */
@Command(name = "redline", mixinStandardHelpOptions = true)
final class TextRedlineCommand implements Callable<Integer> {

    private static final List<TextForm> FORMS = List.of(TextForm.DOCX, TextForm.HTML, TextForm.PDF);

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "text.old")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "text.new")
    private Path later = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            descriptionKey = "text.redline.to")
    private String to = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "text.out")
    private Path out = Path.of("");

    @Option(names = "--language", paramLabel = "CODE", descriptionKey = "text.language")
    private String language = "fr";

    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "text.author")
    private String author = "Danaya";

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "text.date")
    private @Nullable LocalDate date;

    private final Terminal terminal;
    private final TextDrawer drawer;
    private final Clock clock;

    TextRedlineCommand(Invocation invocation) {
        terminal = invocation.terminal();
        drawer = new TextDrawer(terminal);
        clock = Clock.systemUTC();
    }

    @Override
    public Integer call() {
        Optional<TextForm> form = TextForm.of(to).filter(FORMS::contains);
        if (form.isEmpty()) {
            return terminal.wrongUse("texts.no-such-form", to, "docx, html, pdf");
        }
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        TextFile before = drawer.text(old, language, day);
        TextFile after = drawer.text(later, language, day);
        Redline redline = Comparison.compare(before.flow(), after.flow());
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        drawer.write(
                out,
                TextFiles.write(
                        redline,
                        form.get(),
                        new TextFiles.Imprinted(author, at, "", drawer.legend())));
        Tally.of(redline).sentences(drawer.legend()).forEach(terminal::remark);
        return Terminal.DONE;
    }
}
