package org.danaya.texts;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.danaya.base.Fault;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Xml;
import org.danaya.text.file.TextFile;
import org.danaya.text.file.TextForm;
import org.danaya.text.form.Legend;

/** The files that a command was given and gives, and what it says of them. */
final class TextDrawer {

    /** What stands for standard output. */
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;

    TextDrawer(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The bytes of a file.
     *
     * @throws Fault {@link TextsFault#NOT_THERE}, {@link TextsFault#UNREADABLE}
     */
    byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new Fault(TextsFault.UNREADABLE, file, terminal.sentence("texts.folder"));
        }
        try {
            if (Files.size(file) > Xml.LARGEST) {
                throw new TextFault("text.xml.large", Files.size(file), Xml.LARGEST);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Fault(e, TextsFault.NOT_THERE, file);
        } catch (TextFault e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw new Fault(e, TextsFault.UNREADABLE, file, cause(e));
        }
    }

    private String cause(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> terminal.sentence("texts.denied");
            case FileSystemException system when system.getReason() != null ->
                    terminal.sentence("texts.system", system.getReason());
            default -> terminal.sentence("texts.system", String.valueOf(e.getMessage()));
        };
    }

    /**
     * The bytes of a file of Akoma Ntoso, whatever is wrong with it.
     *
     * @throws Fault {@link TextsFault#NOT_AKN} where it is another kind of text; as {@link #bytes}
     */
    byte[] akn(Path file) {
        byte[] bytes = bytes(file);
        try {
            TextForm form = TextFile.formOf(bytes);
            if (form != TextForm.AKN) {
                String what = terminal.sentence("texts.not-akn." + form.code());
                throw new Fault(TextsFault.NOT_AKN, file, what);
            }
            return bytes;
        } catch (TextFault e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The text in a file. What was left out, and that no word is there, is told on standard error.
     *
     * @throws Fault {@link TextsFault#NOT_THERE}, {@link TextsFault#UNREADABLE}
     */
    TextFile text(Path file, String language, LocalDate day) {
        byte[] bytes = bytes(file);
        try {
            TextFile text = TextFile.read(bytes, language, day);
            for (TextFile.Remark remark : text.remarks()) {
                terminal.remark(
                        file
                                + ": "
                                + terminal.sentence(
                                        "texts.remark." + remark.code(), remark.count()));
            }
            if (text.isWordless()) {
                terminal.complain("texts.wordless", file);
            }
            return text;
        } catch (TextFault e) {
            throw unreadable(file, e);
        }
    }

    Fault unreadable(Path file, TextFault fault) {
        return new Fault(
                fault,
                TextsFault.UNREADABLE,
                file,
                terminal.sentence("fault." + fault.code(), fault.facts().toArray())
                        + " ["
                        + fault.code()
                        + "]");
    }

    /**
     * Writes a file; the one that was there before stays until the new one is whole.
     *
     * @throws Fault {@link TextsFault#UNWRITABLE}
     */
    void write(Path file, byte[] bytes) {
        if (file.toString().equals(STANDARD_OUTPUT)) {
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
            return;
        }
        if (Files.isDirectory(file)) {
            throw new Fault(TextsFault.UNWRITABLE, file, terminal.sentence("texts.folder"));
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder == null || !Files.isDirectory(folder)) {
                throw new Fault(TextsFault.UNWRITABLE, file, terminal.sentence("texts.no-folder"));
            }
            Path made = Files.createTempFile(folder, ".danaya-text-", ".part");
            try {
                Files.write(made, bytes);
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new Fault(e, TextsFault.UNWRITABLE, file, cause(e));
        }
    }

    /** For words that aren't the text's own. */
    Legend legend() {
        return terminal.language() == Language.ENGLISH ? Legend.ENGLISH : Legend.FRENCH;
    }
}
