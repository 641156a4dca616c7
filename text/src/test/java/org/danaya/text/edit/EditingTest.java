package org.danaya.text.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.text.TextFault;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Node;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.RandomTexts;
import org.danaya.text.flow.TreeWriter;
import org.danaya.text.grammar.AknValidator;
import org.danaya.text.grammar.Drafts;
import org.danaya.text.grammar.Finding;
import org.danaya.text.grammar.Report;
import org.danaya.text.grammar.Rule;
import org.danaya.text.grammar.Severity;
import org.junit.jupiter.api.Test;

class EditingTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private final long seed = Long.getLong("danaya.seed", System.nanoTime());

    /** A text whose parts have names. */
    static Element text(long seed, int parts) {
        Element root = TreeWriter.write(new RandomTexts(seed).text(parts), TestTexts.IDENTITY);
        return Identifiers.lasting(root, Set.of(), 1);
    }

    private static Element named(Element root, Set<String> used) {
        root.all().map(Element::wId).forEach(used::add);
        return Identifiers.lasting(root, used, 1);
    }

    /** The errors but for references that random texts have to nowhere. */
    static List<String> errors(Element root) {
        Report report = AknValidator.validate(AknWriter.write(root), Drafts.REFUSED);
        assertTrue(report.conforms(), report.findings()::toString);
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.rule() != Rule.REFERENCE_MISSING)
                .map(Finding::toString)
                .toList();
    }

    static Map<String, Long> words(Element root) {
        return WORD.matcher(FlowReader.read(root).words())
                .results()
                .map(MatchResult::group)
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<String> parts(Element root) {
        return root.all().filter(Tree::isPart).map(Element::wId).toList();
    }

    @Test
    void everyUnitIsSaidByItsLinesAndReadBack() {
        for (int at = 0; at < 25; at++) {
            Element root = text(seed + at, 4 + at % 9);
            for (Unit unit : Units.of(root)) {
                String which = "seed " + (seed + at) + " " + unit;
                Optional<String> lines = PartMarkup.of(root, unit.address());
                assertTrue(lines.isPresent(), which);
                Element again = Editing.say(root, unit.address(), lines.get() + "\n").root();
                assertEquals(Spaces.blocks(root), Spaces.blocks(again), which + "\n" + lines.get());
            }
        }
    }

    @Test
    void operationsKeepTextsValidNamesUniqueAndWordsWhole() {
        for (int at = 0; at < 20; at++) {
            String which = "seed " + (seed + at);
            RandomTexts random = new RandomTexts(seed + at);
            Element root = text(seed + at, 6);
            Set<String> used = new HashSet<>();
            // Whoever deletes at random may end with nothing that could be edited.
            for (int step = 0; step < 12 && !parts(root).isEmpty(); step++) {
                Map<String, Long> before = words(root);
                Set<String> names = new HashSet<>(parts(root));
                RandomEdits.Step done = RandomEdits.step(root, random.random());
                Element edited = named(done.root(), used);
                String what = which + " step " + step + " " + done;
                assertEquals(List.of(), errors(edited), what);
                List<String> now = parts(edited);
                assertEquals(now.size(), Set.copyOf(now).size(), what);
                names.removeAll(done.gone());
                assertTrue(now.containsAll(names), what);
                if (done.keepsWords()) {
                    assertEquals(
                            without(before, done.lost()),
                            without(words(edited), done.added()),
                            what);
                }
                root = edited;
            }
        }
    }

    private static Map<String, Long> without(Map<String, Long> words, String some) {
        Map<String, Long> rest = new TreeMap<>(words);
        WORD.matcher(some)
                .results()
                .map(MatchResult::group)
                .forEach(word -> rest.computeIfPresent(word, (_, n) -> n == 1 ? null : n - 1));
        return rest;
    }

    @Test
    void whatIsInsertedAndDeletedOrMovedAndMovedBackWasNever() {
        for (int at = 0; at < 80; at++) {
            Random random = new Random(seed + at);
            Element root = text(seed + at, 8);
            List<String> parts = parts(root);
            String part = parts.get(random.nextInt(parts.size()));
            String other = parts.get(random.nextInt(parts.size()));
            String which = "seed " + (seed + at) + " " + part + " " + other;
            if (!Tree.get(root, part).tag().equals("attachment")) {
                Element more =
                        named(
                                Editing.insert(root, part, Where.AFTER, "article", "Objet").root(),
                                new HashSet<>());
                String fresh =
                        parts(more).stream()
                                .filter(wId -> !parts.contains(wId))
                                .findFirst()
                                .orElseThrow();
                assertSame(root, Editing.delete(more, fresh).root(), which);
            }
            Optional<String> before = Editing.neighbour(root, part, false);
            boolean alone = Editing.neighbour(root, part, true).isEmpty() && before.isEmpty();
            if (alone || !movable(root, part, other)) {
                continue;
            }
            Element moved = Editing.move(root, part, Where.AFTER, other).root();
            Element back =
                    before.isPresent()
                            ? Editing.move(moved, part, Where.AFTER, before.get()).root()
                            : Editing.move(
                                            moved,
                                            part,
                                            Where.BEFORE,
                                            Editing.neighbour(root, part, true).orElseThrow())
                                    .root();
            assertSame(root, back, which);
        }
    }

    /** Links of random texts lead nowhere, until something is called so. */
    private static Element unlinked(Element element) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : element.children()) {
            if (node instanceof Element ref && ref.tag().equals("ref")) {
                nodes.addAll(ref.children());
            } else {
                nodes.add(node);
            }
        }
        return element.with(nodes);
    }

    /** Told short, where they differ. */
    private static void assertSame(Element expected, Element found, String which) {
        String one = new String(AknWriter.write(bare(expected)), StandardCharsets.UTF_8);
        String other = new String(AknWriter.write(bare(found)), StandardCharsets.UTF_8);
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        assertEquals(
                one.substring(Math.max(0, at - 99), Math.min(one.length(), at + 99)),
                other.substring(Math.max(0, at - 99), Math.min(other.length(), at + 99)),
                which);
        assertEquals(one, other, which);
    }

    private static boolean movable(Element root, String part, String other) {
        return !part.equals(other)
                && !Tree.get(root, part).tag().equals("attachment")
                && !Tree.get(root, other).tag().equals("attachment")
                && Tree.find(Tree.get(root, part), other).isEmpty();
    }

    /** What a text is but for names that say where parts are, and what leads to them. */
    private static Element bare(Element root) {
        return Spaces.blocks(Tree.nameless(root).mapped(EditingTest::unlinked));
    }

    @Test
    void aWordChangedInAnArticleKeepsTheNamesOfItsParagraphs() {
        Element root = TestTexts.law();
        String lines = PartMarkup.of(root, "art_2").orElseThrow();
        assertEquals(
                """
                # Article 2 | Définitions

                Au sens de la présente loi :

                a) **donnée** : toute information ;

                b) *réseau* : voir l’[article premier](#art_1).""",
                lines);
        Edited edited =
                Editing.say(root, "art_2", lines.replace("toute information", "tout élément"));
        assertEquals(parts(root), parts(edited.root()));
        assertEquals(List.of(), edited.told());
        assertEquals(List.of(), errors(edited.root()));
    }

    @Test
    void aPointPutBetweenOthersIsNewAndTheOthersKeepTheirNames() {
        Element root = TestTexts.law();
        String lines = PartMarkup.of(root, "art_2").orElseThrow();
        Element edited =
                Editing.say(
                                root,
                                "art_2",
                                lines.replace("b) *réseau*", "b) cyber ;\n\nc) *réseau*"))
                        .root();
        Element named = named(edited, new HashSet<>());
        assertEquals(
                List.of("art_2", "art_2__point_a", "chp_i__art_2__point_b", "art_2__point_b"),
                Tree.get(named, "art_2").all().filter(Tree::isPart).map(Element::wId).toList());
    }

    @Test
    void articlesAreRenumberedThroughTheTextAndReferencesAreTold() {
        Element root = TestTexts.law();
        Element inserted =
                named(
                        Editing.insert(root, "art_1", Where.AFTER, "article", "Champ").root(),
                        new HashSet<>());
        assertEquals(
                List.of("Article premier", "Article 2", "Article 2", "Article 3"),
                numbers(inserted));
        Edited edited = Editing.renumber(inserted, Scope.ALL, "art_1");
        assertEquals(
                List.of("Article premier", "Article 2", "Article 3", "Article 4"),
                numbers(edited.root()));
        assertEquals(
                List.of(
                        new Edited.Told(Edited.What.STALE, "art_3", "l’article 2", "Article 3"),
                        new Edited.Told(Edited.What.MENTION, "art_3", "article 3", "Article 4")),
                edited.told());
        assertEquals(
                "#chp_ii__art_3",
                Tree.get(edited.root(), "art_3")
                        .all()
                        .filter(e -> e.tag().equals("ref"))
                        .findFirst()
                        .orElseThrow()
                        .attribute("href")
                        .replace("chp_i__", "chp_ii__"));
    }

    @Test
    void anArticleThatComesFirstIsCalledPremier() {
        Element root = TestTexts.law();
        Element moved = Editing.move(root, "art_2", Where.BEFORE, "art_1").root();
        assertEquals(
                List.of("Article premier", "Article 2", "Article 3"),
                numbers(Editing.renumber(moved, Scope.SIBLINGS, "art_2").root()));
    }

    @Test
    void whatLedToADeletedArticleLeadsNowhereAndIsTold() {
        Edited edited = Editing.delete(TestTexts.law(), "art_1");
        assertEquals(
                List.of(new Edited.Told(Edited.What.LOST, "art_2", "article premier", "")),
                edited.told());
        assertEquals(List.of(), errors(edited.root()));
        assertTrue(FlowReader.read(edited.root()).words().contains("voir l’article premier."));
    }

    @Test
    void linesThatLeadNowhereAreRefused() {
        Element root = TestTexts.law();
        assertFault("text.edit.reference", () -> Editing.say(root, "art_1", "[x](#art_99)"));
        assertFault("text.edit.address", () -> Editing.say(root, "art_1", "[x](javascript:x)"));
        assertFault("text.edit.mark", () -> Editing.say(root, "art_1", "[x]{date 0a0a0a}"));
        assertFault("text.edit.gone", () -> Editing.say(root, "art_99", "x"));
        assertFault("text.edit.large", () -> Editing.say(root, "art_1", "x".repeat(200_001)));
        assertFault(
                "text.edit.place",
                () -> Editing.move(root, "art_2", Where.AFTER, "art_2__point_a"));
    }

    private static void assertFault(String code, Runnable run) {
        assertEquals(code, assertThrows(TextFault.class, run::run).code());
    }

    @Test
    void whateverIsTypedIsReadWithoutLoss() {
        Random random = new Random(seed);
        String signs = "*_=~^[]{}()#|¶+\\<br>1.a) –\n\n  abcé’ɛŋ:;\"'…&";
        for (int at = 0; at < 500; at++) {
            StringBuilder typed = new StringBuilder();
            for (int letter = random.nextInt(120); letter > 0; letter--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            Element root = TestTexts.law();
            String which = "seed " + seed + " " + at + "\n" + typed;
            try {
                Element edited =
                        named(Editing.say(root, "art_1", typed.toString()).root(), new HashSet<>());
                assertEquals(List.of(), errors(edited), which);
                String said =
                        PartMarkup.of(edited, "art_1").orElseThrow(() -> new AssertionError(which));
                assertSame(
                        edited,
                        Editing.say(edited, "art_1", said + "\n").root(),
                        which + "\n--\n" + said);
                assertEquals(letters(typed.toString()), letters(said), which + "\n--\n" + said);
            } catch (TextFault fault) {
                assertTrue(fault.code().startsWith("text.edit."), which);
            }
        }
    }

    /** Sorted, without those of new lines; a sign behind a backslash begins none. */
    private static String letters(String lines) {
        String letters =
                lines.replaceAll("\\\\[^\\p{L}\\p{N}]", "")
                        .replace("<br>", "")
                        .replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static List<String> numbers(Element root) {
        return root.all()
                .filter(part -> part.tag().equals("article"))
                .map(part -> part.first("num").orElseThrow().words())
                .toList();
    }
}
