package org.danaya.text.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;

/** Our verdict beside that of the JDK's own validator over the standard's schema: the same. */
class XercesTest {

    private static final int ROUNDS = Integer.getInteger("grammar.rounds", 1500);

    /** What a change doesn't make, or seldom: drafts, types that a document names, names twice. */
    private static final Set<Rule> NOT_MADE =
            EnumSet.of(Rule.DRAFT, Rule.INSTANCE_TYPE, Rule.EID_DUPLICATE, Rule.GUID_DUPLICATE);

    private final long seed = Long.getLong("danaya.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Rule, Integer> rules = new EnumMap<>(Rule.class);
    private int valid;
    private int invalid;

    private void compare(Validator validator, Tree tree) {
        byte[] document = tree.bytes();
        String refusal = Schema.refusal(validator, document);
        Report report = AknValidator.validate(document, Drafts.REFUSED);
        if (report.conforms() != refusal.isEmpty()) {
            String text = new String(document, UTF_8);
            List<Finding> findings =
                    report.findings().stream().filter(each -> each.rule().schema()).toList();
            assertEquals(
                    refusal.isEmpty(),
                    report.conforms(),
                    "seed "
                            + seed
                            + "\n"
                            + refusal
                            + "\n"
                            + findings
                            + "\n"
                            + text.substring(0, Math.min(text.length(), 3000)));
        }
        report.findings().forEach(each -> rules.merge(each.rule(), 1, Integer::sum));
        if (refusal.isEmpty()) {
            valid++;
        } else {
            invalid++;
        }
    }

    @Test
    void whatIsMadeFromTheGrammarIsValidAndCoversIt() throws Exception {
        Validator validator = Schema.validator();
        RandomDocuments documents = new RandomDocuments(random);
        Set<String> all = new HashSet<>();
        for (Declaration each : Grammar.standard().elements()) {
            all.add(each.name());
            each.attributes().keySet().forEach(name -> all.add(each.name() + " " + name));
        }
        for (int round = 0; round < 100 && !documents.made.containsAll(all); round++) {
            for (Declaration each : Grammar.standard().elements()) {
                compare(validator, documents.make(each.name(), 1 + random.nextInt(5)));
            }
        }
        assertEquals(0, invalid, "seed " + seed);
        all.removeAll(documents.made);
        assertEquals(Set.of(), all, "seed " + seed);
    }

    @Test
    void whatIsMadeFromTheGrammarAndThenChangedIsJudgedAlike() throws Exception {
        Validator validator = Schema.validator();
        RandomDocuments documents = new RandomDocuments(random);
        Mutations mutations = new Mutations(random, documents);
        List<Declaration> elements = Grammar.standard().elements();
        for (int round = 0; round < ROUNDS; round++) {
            String name = elements.get(random.nextInt(elements.size())).name();
            Tree tree = documents.make(name, 2 + random.nextInt(4));
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                mutations.apply(tree);
            }
            compare(validator, tree);
        }
        assertBoth();
        Set<Rule> unseen = EnumSet.allOf(Rule.class);
        unseen.removeIf(each -> !each.schema() || rules.containsKey(each));
        unseen.removeAll(NOT_MADE);
        assertEquals(Set.of(), unseen, "seed " + seed);
    }

    @Test
    void theExamplesOfTheStandardChangedAreJudgedAlike() throws Exception {
        Validator validator = Schema.validator();
        Mutations mutations = new Mutations(random, new RandomDocuments(random));
        List<Tree> parts = new ArrayList<>();
        for (Path example : Schema.examples()) {
            Tree whole = Tree.read(Files.readAllBytes(example));
            compare(validator, whole);
            for (int round = 0; round < ROUNDS / 100; round++) {
                Tree changed = whole.copy();
                mutations.apply(changed);
                compare(validator, changed);
            }
            whole.all().stream()
                    .filter(each -> Tree.namespace(each.name).equals(Tree.AKN))
                    .filter(each -> each.all().size() < 400)
                    .forEach(parts::add);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Tree tree = parts.get(random.nextInt(parts.size())).copy();
            compare(validator, tree);
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                mutations.apply(tree);
            }
            compare(validator, tree);
        }
        assertBoth();
    }

    @Test
    void namesThatAreGivenTwiceAreJudgedAlike() throws Exception {
        Validator validator = Schema.validator();
        RandomDocuments documents = new RandomDocuments(random);
        List<String> roots =
                List.of("act", "doc", "akomaNtoso", "components", "documentCollection", "foreign");
        for (int round = 0; round < ROUNDS / 3; round++) {
            documents.names = 50 + random.nextInt(1000);
            String root = roots.get(random.nextInt(roots.size()));
            compare(validator, documents.make(root, 2 + random.nextInt(8)));
        }
        assertBoth();
        assertTrue(rules.getOrDefault(Rule.EID_DUPLICATE, 0) > ROUNDS / 100, "seed " + seed);
        assertTrue(rules.getOrDefault(Rule.GUID_DUPLICATE, 0) > ROUNDS / 100, "seed " + seed);
    }

    private void assertDiffers(String document, boolean ours) throws Exception {
        byte[] bytes = document.replace("<p", "<p xmlns='" + Tree.AKN + "'").getBytes(UTF_8);
        assertEquals(
                !ours, Schema.refusal(Schema.validator(), bytes).isEmpty(), "JDK: " + document);
        assertEquals(ours, AknValidator.validate(bytes, Drafts.REFUSED).conforms(), document);
    }

    @Test
    void whereWeDifferIsWhatTheReferenceSays() throws Exception {
        String xsi = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
        assertDiffers("<p" + xsi + " xsi:type='inline'/>", false);
        assertDiffers("<p xml:id='\u1885'/>", true);
        assertDiffers("<p><a href='http://[::1.2.3.]/'/></p>", false);
        assertDiffers("<p><time time='12:00:59.99999999999999999'/></p>", true);
        String interval = "<timeInterval xmlns='" + Tree.AKN + "' refersTo='' duration='%s'/>";
        assertDiffers(interval.formatted("P2147483648D"), true);
    }

    private void assertBoth() {
        assertTrue(valid > ROUNDS / 30, "valid " + valid + " seed " + seed);
        assertTrue(invalid > ROUNDS / 30, "invalid " + invalid + " seed " + seed);
        System.out.println(
                "grammar: " + valid + " valid, " + invalid + " not, seed " + seed + " " + rules);
    }
}
