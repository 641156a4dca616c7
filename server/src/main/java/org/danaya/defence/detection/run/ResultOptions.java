package org.danaya.defence.detection.run;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.danaya.base.Fault;
import org.danaya.defence.detection.DetectionFault;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.findings.FindingsFormat;
import org.danaya.defence.detection.findings.Showing;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in which form results are told, how much of them, and where. */
final class ResultOptions {

    private static final int BUFFER = 1 << 16;
    private static final String STANDARD_OUTPUT = "-";

    /** What systems say, in every language, of a pipe that nobody reads any more. */
    private static final String CLOSED = "pipe";

    @Option(
            names = "--format",
            paramLabel = "json|table|csv|timeline|html",
            descriptionKey = "detect-format")
    private FindingsFormat format = FindingsFormat.JSON;

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "detect-output")
    private @Nullable Path output;

    @Option(names = "--explain", descriptionKey = "detect-explain")
    private boolean explain;

    @Option(names = "--evidence", descriptionKey = "detect-evidence")
    private boolean evidence;

    /** A report is for people who haven't the events: it shows them, and why. */
    Detail detail() {
        boolean report = format == FindingsFormat.HTML;
        return new Detail(explain || report, evidence || report);
    }

    /** Tells findings in the form that was asked for. */
    Findings to(OutputStream out, Showing showing) {
        return format.to(out, showing);
    }

    /**
     * Opens what results are written to.
     *
     * @throws Fault if it is one of the inputs, which results never replace, or can't be opened
     */
    OutputStream open(List<Input> inputs, Terminal terminal) {
        if (output == null) {
            return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        }
        Path file = output;
        if (Files.isRegularFile(file)
                && inputs.stream().anyMatch(input -> isSame(Path.of(input.name()), file))) {
            throw new Fault(DetectionFault.OVERWRITES, file);
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (NoSuchFileException e) {
            throw new Fault(e, DetectionFault.FILE, file, terminal.word("detect.output.no-folder"));
        } catch (IOException e) {
            throw new Fault(
                    e, DetectionFault.FILE, file, Unread.of(file.toString(), e).why(terminal));
        }
    }

    private static boolean isSame(Path input, Path output) {
        try {
            return Files.isSameFile(input, output);
        } catch (IOException _) {
            return false;
        }
    }

    /** Whether whoever read the results has seen enough. */
    boolean isClosed(Exception problem) {
        return output == null
                && String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT).contains(CLOSED);
    }

    /** Results that couldn't be written. */
    Fault unwritten(Exception problem) {
        return new Fault(
                problem,
                DetectionFault.FILE,
                output == null ? STANDARD_OUTPUT : output,
                String.valueOf(problem.getMessage()));
    }
}
