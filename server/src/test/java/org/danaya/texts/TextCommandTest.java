package org.danaya.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.page.CommandSaid;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.text.docx.DocxReader;
import org.danaya.text.docx.Reading;
import org.danaya.text.file.TextForm;
import org.danaya.text.grammar.Rule;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TextCommandTest {

    @TempDir private Path folder;

    private static CommandSaid text(Object... arguments) {
        return text(Language.FRENCH, arguments);
    }

    private static CommandSaid text(Language language, Object... arguments) {
        return CommandSaid.run(
                language,
                invocation -> {
                    CommandLine line = new CommandLine(new Text());
                    line.addSubcommand(new TextValidateCommand(invocation));
                    line.addSubcommand(new TextConvertCommand(invocation));
                    line.addSubcommand(new TextRedlineCommand(invocation));
                    return line;
                },
                arguments);
    }

    @CommandLine.Command
    private static final class Text {}

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void whatWasTypedBecomesValidAkomaNtosoAndEveryOtherForm() throws IOException {
        Path typed =
                file(
                        "loi.md",
                        "# Loi (exemple)\n\n## Article 1 : Objet\n\nElle vise la confiance.\n");
        Path akn = folder.resolve("loi.xml");
        assertThat(text("convert", typed, "--to", "akn", "--out", akn).exit()).isZero();
        assertThat(text("validate", akn).out())
                .isEqualTo(akn + "\u00a0: Akoma Ntoso 3.0 valide, aucun avertissement.\n");
        for (TextForm form : TextForm.values()) {
            Path out = folder.resolve("loi." + form.code());
            CommandSaid said =
                    text("convert", akn, "--to", form.code(), "--out", out, "--date", "2025-07-01");
            assertThat(said).as(form.code()).isEqualTo(new CommandSaid(0, "", ""));
            assertThat(out).isNotEmptyFile();
        }
        assertThat(DocxReader.read(Files.readAllBytes(folder.resolve("loi.docx"))).flow().words())
                .contains("Elle vise la confiance.");
    }

    @Test
    void aRedlineOfWordHoldsBothVersions() throws IOException {
        Path old = file("v1.md", "# Loi\n\n## Article 1\n\nDans trente jours.\n");
        Path later = file("v2.md", "# Loi\n\n## Article 1\n\nDans soixante jours.\n");
        Path out = folder.resolve("changes.docx");
        CommandSaid said = text("redline", old, later, "--to", "docx", "--out", out);
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("1 mot");
        byte[] docx = Files.readAllBytes(out);
        assertThat(DocxReader.read(docx, Reading.ACCEPTED).flow().words()).contains("soixante");
        assertThat(DocxReader.read(docx, Reading.REJECTED).flow().words())
                .contains("trente")
                .doesNotContain("soixante");
    }

    @Test
    void wrongUseAndWrongFilesHaveTheirSentences() throws IOException {
        Path html = file("a.xml", "<html/>");
        assertThat(text("convert", html, "--to", "pdf", "--out", folder.resolve("x")).err())
                .contains("n’est pas de l’Akoma Ntoso")
                .contains("[text.akn.root]");
        assertThat(text("convert", html, "--to", "odt", "--out", "-").exit()).isEqualTo(2);
        assertThat(text("redline", html, html, "--to", "akn", "--out", "-").exit()).isEqualTo(2);
        assertThat(text("validate", folder.resolve("absent.xml")).exit()).isEqualTo(3);
        assertThat(text("validate", html).exit()).isEqualTo(1);
        Path good = file("b.md", "# A\n");
        CommandSaid nowhere =
                text("convert", good, "--to", "txt", "--out", folder.resolve("no/x.txt"));
        assertThat(nowhere.exit()).isEqualTo(3);
        assertThat(nowhere.err()).contains("Son dossier n’existe pas");
    }

    @Test
    void aFileWithoutAWordIsTold() throws IOException {
        Path out = folder.resolve("vide.xml");
        for (String content : List.of("", " \n\n", "# \n\n***\n")) {
            CommandSaid said =
                    text("convert", file("vide.md", content), "--to", "akn", "--out", out);
            assertThat(said.exit()).isZero();
            assertThat(said.err()).contains("vide.md", "ne contient aucun mot");
        }
        assertThat(text("convert", file("e.md", "1\n"), "--to", "akn", "--out", out).err())
                .isEmpty();
    }

    @Test
    void whatIsNoAkomaNtosoIsToBeConvertedBeforeItIsValidated() throws IOException {
        Path typed = file("c.md", "# Loi\n\n## Article 1\n\nElle vise.\n");
        Path word = folder.resolve("c.docx");
        assertThat(text("convert", typed, "--to", "docx", "--out", word).exit()).isZero();
        for (Path path : List.of(typed, word)) {
            CommandSaid said = text("validate", path);
            assertThat(said.exit()).isEqualTo(3);
            assertThat(said.err())
                    .contains("n’est pas de l’Akoma Ntoso, mais ")
                    .contains("danaya text convert " + path)
                    .doesNotContain("XML");
        }
        assertThat(text("validate", word).err()).contains("un document Word");
        assertThat(text(Language.ENGLISH, "validate", typed).err())
                .contains("isn’t Akoma Ntoso, but text or Markdown");
        assertThat(text("validate", file("d.xml", "\n<akomaNtoso>\n<p>")).err())
                .contains("mal formé");
        Path wide = folder.resolve("wide.xml");
        Files.writeString(wide, "<?xml version='1.0'?><html/>", StandardCharsets.UTF_16LE);
        assertThat(text("validate", wide).err()).doesNotContain("convert");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        CommandSaid read = text("convert", folder, "--to", "txt", "--out", "-");
        assertThat(read.exit()).isEqualTo(3);
        assertThat(read.err()).contains("C’est un dossier").doesNotContain("directory");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandSaid written = text("convert", file("e.md", "# A\n"), "--to", "txt", "--out", empty);
        assertThat(written.exit()).isEqualTo(3);
        assertThat(written.err()).contains("C’est un dossier");
        assertThat(empty).isDirectory();
    }

    @Test
    void everyFindingHasItsSentenceInBothLanguages() {
        Words words = Words.load();
        for (Rule rule : Rule.values()) {
            String key = "texts.finding." + rule.code().substring("text.akn.".length());
            for (Language language : List.of(Language.FRENCH, Language.ENGLISH)) {
                assertThat(words.has(language, key)).as(key).isTrue();
            }
        }
    }

    @Test
    void nationalDocumentsAreCheckedAndConverted() throws IOException {
        String corpora = System.getenv("DANAYA_CORPORA");
        Path base =
                Path.of("..").resolve(corpora == null ? "absent" : corpora).resolve("akn/examples");
        Assumptions.assumeTrue(Files.isDirectory(base), "no corpus of Akoma Ntoso");
        try (Stream<Path> files = Files.list(base)) {
            for (Path document : files.sorted().toList()) {
                assertThat(text(Language.ENGLISH, "validate", document).out())
                        .contains("a draft of the standard");
                Path out = folder.resolve("out.md");
                assertThat(text("convert", document, "--to", "md", "--out", out).exit()).isZero();
                assertThat(Files.readString(out, StandardCharsets.UTF_8)).isNotBlank();
                Path same = folder.resolve("same.html");
                assertThat(text("redline", document, document, "--to", "html", "--out", same).err())
                        .contains("Aucune modification");
            }
        }
    }
}
