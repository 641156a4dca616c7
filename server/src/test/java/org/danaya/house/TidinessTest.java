package org.danaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a machine can see of a tidy house. Each finding names what to write instead. */
class TidinessTest {

    private static final int LONGEST_FILE = 400;
    private static final int FULLEST_PACKAGE = 40;
    private static final String MAIN = "src/main/java";

    /** What no Java file may hold, and what to write instead. */
    private static final Map<String, String> BANNED =
            Map.ofEntries(
                    Map.entry(
                            "\\bTO" + "DO\\b|\\bFIX" + "ME\\b|\\bXXX\\b",
                            "an issue, or the thing itself"),
                    Map.entry("@author", "nothing: the history knows"),
                    Map.entry("import static .*\\*;|import [a-z.]+\\*;", "an import for each name"),
                    Map.entry("\\bjava\\.util\\.Date\\b|\\bSimpleDateFormat\\b", "java.time"),
                    Map.entry("\\bVector<|\\bHashtable<|\\bStringBuffer\\b", "its modern peer"),
                    Map.entry("\\.printStackTrace\\(\\)", "the logger"),
                    Map.entry("org\\.mockito", "a hand-written fake"),
                    Map.entry("lombok", "a record"),
                    Map.entry("@Disabled", "an assumption that says why, or the mended test"));

    /**
     * What no main file may hold: time and randomness are injected, people read through the
     * terminal.
     */
    private static final Map<String, String> BANNED_IN_MAIN =
            Map.of(
                    "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)",
                            "the injected Clock",
                    "System\\.currentTimeMillis\\(\\)", "the injected Clock",
                    "new Random\\(\\)|Math\\.random\\(\\)", "the injected SecureRandom",
                    "System\\.(out|err)\\.print", "page.Terminal");

    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Manager|Util|Utils|Helper|Impl|Common|Processor|DTO|Dto)\\.java");

    /** Hosts of package registries, in two halves so that this file doesn't name them itself. */
    private static final Pattern REGISTRY_HOST =
            Pattern.compile(
                    "repo1?\\.(maven|apache)|registry\\.npm"
                            + "js|npm"
                            + "js\\.(org|com)|deb\\.debian"
                            + "\\.org");

    @Test
    void noJavaFileIsLongerThanAPersonReads() {
        assertThat(java().filter(path -> lines(path) > LONGEST_FILE).toList())
                .as("files past %d lines are two things: part them", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void noPackageIsFullerThanAPersonReads() {
        Map<Path, Long> counts =
                main().collect(
                                Collectors.groupingBy(
                                        Path::getParent, TreeMap::new, Collectors.counting()));
        counts.values().removeIf(count -> count <= FULLEST_PACKAGE);
        assertThat(counts).as("packages past %d files are two modules", FULLEST_PACKAGE).isEmpty();
    }

    @Test
    void noFileHoldsWhatIsBanned() {
        List<String> findings = new ArrayList<>();
        java().filter(path -> !path.endsWith("TidinessTest.java"))
                .forEach(path -> search(path, BANNED, findings));
        main().filter(path -> !path.endsWith("Terminal.java"))
                .filter(path -> !path.startsWith("bench"))
                .forEach(path -> search(path, BANNED_IN_MAIN, findings));
        assertThat(findings).isEmpty();
    }

    @Test
    void noNameIsEmpty() {
        assertThat(main().filter(path -> BANNED_NAME.matcher(path.toString()).matches()).toList())
                .as("a name says what the thing does in the words of the field")
                .isEmpty();
    }

    @Test
    void everyMainPackageSaysWhatItIsFor() {
        List<Path> silent =
                main().map(Path::getParent)
                        .distinct()
                        .filter(folder -> !folder.endsWith(MAIN))
                        .filter(
                                folder ->
                                        Files.notExists(
                                                Tree.root()
                                                        .resolve(folder)
                                                        .resolve("package-info.java")))
                        .toList();
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }

    @Test
    void noFileNamesTheHostOfAPackageRegistry() {
        List<Path> naming =
                Tree.files("").stream()
                        .filter(path -> !isBinary(path))
                        .filter(path -> REGISTRY_HOST.matcher(Tree.read(path)).find())
                        .toList();
        assertThat(naming).as("registries are reached by package name only").isEmpty();
    }

    @Test
    void everyDecisionHasANumberOfItsOwnAndFitsOnAPage() {
        List<Path> decisions =
                Tree.files(".md").stream()
                        .filter(path -> path.startsWith("docs/decisions"))
                        .toList();
        Map<String, Long> numbers =
                decisions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        path -> path.getFileName().toString().substring(0, 4),
                                        TreeMap::new,
                                        Collectors.counting()));
        assertThat(numbers.values()).as("numbers %s", numbers).containsOnly(1L);
        assertThat(decisions).allMatch(path -> lines(path) <= 60);
    }

    @Test
    void theLicenceIsThere() {
        assertThat(Tree.read(Path.of("LICENSE")))
                .contains("Apache License")
                .contains("Version 2.0");
        assertThat(Tree.read(Path.of("pom.xml"))).contains("<name>Apache-2.0</name>");
    }

    private static void search(Path path, Map<String, String> banned, List<String> findings) {
        String text = Tree.read(path);
        banned.forEach(
                (pattern, instead) -> {
                    if (Pattern.compile(pattern).matcher(text).find()) {
                        findings.add(path + " holds " + pattern + "; write " + instead);
                    }
                });
    }

    private static java.util.stream.Stream<Path> java() {
        return Tree.files(".java").stream();
    }

    private static java.util.stream.Stream<Path> main() {
        return java().filter(path -> path.toString().contains(MAIN));
    }

    private static long lines(Path path) {
        return Tree.read(path).lines().count();
    }

    private static boolean isBinary(Path path) {
        return path.toString().matches(".*\\.(png|jpg|ico|jar|gz|woff2?|pdf|bin|p12|cms|ttf)$");
    }
}
