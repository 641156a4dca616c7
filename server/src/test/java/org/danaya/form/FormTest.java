package org.danaya.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    enum Kind {
        MINISTRY,
        PAYMENT_OPERATOR
    }

    private static final Field<String> NAME = Field.text("name", 10);
    private static final Field<LocalDate> FROM = Field.date("from").optional();
    private static final Field<Long> COUNT = Field.number("count", 1, 100).optional();
    private static final Field<String> MAIL = Field.mail("mail").optional();
    private static final Field<Kind> KIND = Field.choice("kind", Kind.class, "kind");
    private static final Field<Set<Kind>> KINDS =
            Field.several("kinds", Kind.class, "kind").optional();
    private static final Field<Boolean> AGREED = Field.tick("agreed").optional();
    private static final Field<Upload> FILE = Field.file("file", 4).optional();
    private static final Form FORM =
            Form.of("people.structure", NAME, FROM, COUNT, MAIL, KIND, KINDS, AGREED, FILE);

    @Test
    void whatIsWellTypedIsRead() {
        Form form =
                FORM.read(
                        new Submission(
                                Map.of(
                                        "name", List.of("  Ségou "),
                                        "from", List.of("31/3/2026"),
                                        "count", List.of("42"),
                                        "kind", List.of("payment-operator"),
                                        "kinds", List.of("ministry", "payment-operator"),
                                        "agreed", List.of("true")),
                                Map.of("file", new Upload("a.csv", new byte[] {1, 2}))));
        assertThat(form.problems()).isEmpty();
        assertThat(form.get(NAME)).isEqualTo("Ségou");
        assertThat(form.find(FROM)).contains(LocalDate.of(2026, 3, 31));
        assertThat(form.find(COUNT)).contains(42L);
        assertThat(form.get(KIND)).isEqualTo(Kind.PAYMENT_OPERATOR);
        assertThat(form.get(KINDS)).containsExactlyInAnyOrder(Kind.values());
        assertThat(form.ticked(AGREED)).isTrue();
        assertThat(form.get(FILE).size()).isEqualTo(2);
    }

    @Test
    void theSentenceOfAFaultHasThePlacesOfTheFaultAloneWhereverItIsSaid() {
        FormProblem fault = FORM.refuse(FILE, "fault.text.xml.syntax", 12, 7).problems().getFirst();
        assertThat(fault.places("Fichier")).isEqualTo(List.of(12, 7));
        assertThat(FORM.refuse("access.rule", 3).problems().getFirst().places("Fichier"))
                .isEqualTo(List.of(3));
        assertThat(FORM.refuse(FILE, "form.file-too-large", 4).problems().getFirst().places("F"))
                .isEqualTo(List.of("F", 4));
    }

    @Test
    void everythingWrongIsFoundAtOnceAndWhatWasTypedIsKept() {
        Form form =
                FORM.read(
                        Submission.of(
                                Map.of(
                                        "name", "far too long a name",
                                        "from", "31/02/2026",
                                        "count", "many",
                                        "mail", "nobody",
                                        "kind", "king")));
        assertThat(form.problems().stream().map(FormProblem::key))
                .containsExactly(
                        "form.too-long",
                        "form.wrong-date",
                        "form.wrong-number",
                        "form.wrong-mail",
                        "form.wrong-choice");
        assertThat(form.input("from").value()).isEqualTo("31/02/2026");
        assertThat(form.input("name").problem()).isNotNull();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(FORM.read(Submission.of(Map.of())).problems().stream().map(FormProblem::key))
                .containsExactly("form.missing", "form.choose");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        Form form =
                FORM.read(
                        new Submission(
                                Map.of("name", List.of("a"), "kind", List.of("ministry")),
                                Map.of("file", new Upload("a", new byte[5]))));
        assertThat(form.problems())
                .extracting(FormProblem::key)
                .containsExactly("form.file-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\nb"})
    void invisibleCharactersAreRefusedInALine(String text) {
        Form form = Form.of("x", NAME).read(Submission.of(Map.of("name", text)));
        assertThat(form.problems())
                .extracting(FormProblem::key)
                .containsExactly("form.control-characters");
    }

    @Test
    void lettersOfBambaraAreOneWhateverTheirForm() {
        Form form = Form.of("x", NAME).read(Submission.of(Map.of("name", "Se\u0301gou ɛɔɲŋ")));
        assertThat(form.get(NAME)).isEqualTo("S\u00e9gou ɛɔɲŋ");
    }

    @ParameterizedTest
    @CsvSource({
        "0,false",
        "1,true",
        "100,true",
        "101,false",
        "'1 0',true",
        "-1,false",
        "1e1,false"
    })
    void aNumberKeepsItsBounds(String typed, boolean accepted) {
        Form form = Form.of("x", COUNT).read(Submission.of(Map.of("count", typed)));
        assertThat(form.wrong()).isEqualTo(!accepted);
    }

    @Test
    void noBytesBreakReading() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            Form form =
                    FORM.read(
                            Submission.of(
                                    Map.of(
                                            "name", text, "from", text, "count", text, "mail",
                                            text)));
            assertThat(form.wrong()).as("seed %d round %d", seed, round).isTrue();
            Query.of("/x", text).changed(Map.of("a", text));
        }
    }

    @Test
    void anAddressKeepsItsOtherParameters() {
        Query query = Query.of("/list", "q=a%20b&sort=-name&page=3&%zz=1&bad=%");
        assertThat(query.with("page", "")).isEqualTo("/list?q=a+b&sort=-name");
        assertThat(query.text("q")).isEqualTo("a b");
    }
}
