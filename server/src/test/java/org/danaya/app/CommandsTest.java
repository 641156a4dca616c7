package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.page.Heard;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line as a whole: every command tells what it does, in both languages, with an
 * example.
 */
class CommandsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandAndOptionTellsWhatItDoes(Language language) {
        List<String> silent = new ArrayList<>();
        for (CommandLine command : all(Danaya.commandLine(language))) {
            CommandSpec spec = command.getCommandSpec();
            if (spec.usageMessage().header().length == 0) {
                silent.add(spec.qualifiedName(".") + ".usage.header");
            }
            if (spec.subcommands().isEmpty() && spec.usageMessage().footer().length == 0) {
                silent.add(spec.qualifiedName(".") + ".usage.footer");
            }
            spec.args().stream()
                    .filter(arg -> !arg.hidden() && isSilent(arg))
                    .forEach(arg -> silent.add(spec.qualifiedName(".") + " " + arg.paramLabel()));
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void helpSpeaksTheLanguageOfThePerson() {
        assertThat(help(Language.FRENCH, "run"))
                .contains("Démarre la plateforme")
                .contains("Exemple");
        assertThat(help(Language.ENGLISH, "run"))
                .contains("Starts the platform")
                .contains("Example");
    }

    @Test
    void frenchHelpIsFrenchToItsLabelsAndItsEndsOfLines() {
        for (CommandLine command : all(Danaya.commandLine(Language.FRENCH))) {
            String help = command.getUsageMessage();
            assertThat(help).doesNotContain("’\n").doesNotContain("ʼ");
            assertThat(help.split("[^A-Za-z]+"))
                    .doesNotContain("FILE", "FOLDER", "INPUT", "LEVEL", "TIME");
        }
        assertThat(help(Language.FRENCH, "detect"))
                .contains("--output=FICHIER", "l’entrée")
                .containsPattern("\n +ENTRÉE\\.\\.\\. +Fichiers ou dossiers");
        assertThat(help(Language.ENGLISH, "detect")).contains("--output=FILE", "INPUT...");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCommandByItselfIsWhatItIsAmongAll(Language language) {
        Map<String, CommandLine> all = Danaya.commandLine(language).getSubcommands();
        for (Map.Entry<String, CommandLine> command : all.entrySet()) {
            String name = command.getKey();
            assertThat(command.getValue().getCommandName()).isEqualTo(name);
            String[] arguments = {name, "--help"};
            CommandLine alone = Danaya.commandLine(language, arguments);
            assertThat(alone.getSubcommands()).containsOnlyKeys(name);
            assertThat(helps(alone.getSubcommands().get(name)))
                    .isEqualTo(helps(command.getValue()));
        }
    }

    @Test
    void argumentsThatBeginWithNoCommandAreReadAmongAll() {
        int all = Danaya.commandLine(Language.FRENCH).getSubcommands().size();
        for (String first : List.of("--help", "--version", "detekt", "")) {
            String[] arguments = {first, "detect"};
            assertThat(Danaya.commandLine(Language.FRENCH, arguments).getSubcommands())
                    .hasSize(all);
        }
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(Danaya.commandLine(Language.FRENCH).execute("runn")).isEqualTo(2);
        assertThat(Danaya.commandLine(Language.FRENCH).execute("run", "--prot", "1")).isEqualTo(2);
        assertThat(Danaya.commandLine(Language.FRENCH).execute("run", "--port", "seven"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "detect --rules r --format foo x | --format ne connaît pas «_foo_», mais_: json, table, csv, timeline, html. Voyez_: danaya detect --help [wrong-use.choice]",
                "detect --rules r --min-level foo x | --min-level ne connaît pas «_foo_», mais_: informational, low, medium, high, critical. Voyez_: danaya detect --help [wrong-use.choice]",
                "detect --rules r --threads foo x | «_foo_» n’est pas un nombre entier que --threads accepte. Voyez_: danaya detect --help [wrong-use.number]",
                "sigma lint --level foo x | --level ne connaît pas «_foo_», mais_: error, warning, note. Voyez_: danaya sigma lint --help [wrong-use.choice]",
                "sign --format foo x | --format ne connaît pas «_foo_», mais_: pades, xades, cades, jades, asic-e-xades, asic-e-cades. Voyez_: danaya sign --help [wrong-use.choice]",
                "detect x | Il manque --rules. Voyez_: danaya detect --help [wrong-use.missing]",
                "detect --rules r | Il manque ENTRÉE. Voyez_: danaya detect --help [wrong-use.missing]",
                "detect --rule r x | Danaya ne connaît pas «_--rule_». Vouliez-vous dire «_--rules_»_? Voyez_: danaya detect --help [wrong-use.unknown-near]"
            })
    void aWrongValueIsToldInTheLanguageOfThePerson(String arguments, String told) {
        String said;
        try (Heard heard = Heard.apart()) {
            assertThat(Danaya.commandLine(Language.FRENCH).execute(arguments.split(" ")))
                    .isEqualTo(2);
            said = heard.err();
        }
        assertThat(said.strip()).isEqualTo(told.replace('_', '\u00a0'));
    }

    @Test
    void oneLeafIsNotSeveral() {
        Words words = Words.load();
        assertThat(words.say(Language.FRENCH, "log.fsck.sound", 1L, 2L, 0L, 0.1))
                .startsWith("Tout concorde\u00a0: 1 feuille, 2 fichiers, 0 feuille effacée");
        assertThat(words.say(Language.ENGLISH, "log.fsck.sound", 1L, 2L, 0L, 0.1))
                .startsWith("Everything agrees: 1 leaf, 2 files, 0 leaves erased");
        assertThat(words.say(Language.FRENCH, "log.status.waiting", 0L, 0L))
                .endsWith("aucune feuille");
        assertThat(words.say(Language.FRENCH, "log.status.waiting", 12_000L, 3L))
                .contains("12\u202f000 feuilles, la plus ancienne depuis 3 s");
        assertThat(words.say(Language.FRENCH, "backup.sound", "x", "y", 46, 1L, 6))
                .endsWith("(46 tables, 1 ligne, 6 fichiers).");
    }

    private static boolean isSilent(ArgSpec arg) {
        return arg.description().length == 0;
    }

    private static String help(Language language, String command) {
        StringWriter out = new StringWriter();
        Danaya.commandLine(language).setOut(new PrintWriter(out)).execute(command, "--help");
        return out.toString();
    }

    private static List<String> helps(CommandLine command) {
        return all(command).stream().map(CommandLine::getUsageMessage).toList();
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(subcommand -> all.addAll(all(subcommand)));
        return all;
    }
}
