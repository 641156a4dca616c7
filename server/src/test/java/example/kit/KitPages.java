package example.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.PageFault;
import org.danaya.page.Redirect;
import org.danaya.page.Said;
import org.danaya.page.Tag;
import org.danaya.page.Task;
import org.danaya.page.Tone;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The pages. */
@Controller
public class KitPages {

    static final Field<String> NAME = Field.text("name", 60);
    static final Field<String> ABOUT = Field.area("about", 500).optional();
    static final Field<String> MAIL = Field.mail("mail").autocomplete("email");
    static final Field<LocalDate> DAY = Field.date("day");
    static final Field<Long> AMOUNT = Field.number("amount", 0, 1_000_000).optional();
    static final Field<Tone> TONE = Field.choice("tone", Tone.class, "page.tone");
    static final Field<Tone> PRESSED = Field.choice("pressed", Tone.class, "page.tone").radios();
    static final Field<String> LISTED =
            Field.choice("listed", List.of(Option.named("a", "Kayes"), Option.named("b", "Mopti")));
    static final Field<Boolean> AGREED = Field.tick("agreed");
    static final Field<Upload> FILE = Field.file("file", 1_000).optional();

    /** The labels of its fields are words that are there anyway. */
    static Form form() {
        return Form.of("kit", NAME, ABOUT, MAIL, DAY, AMOUNT, TONE, PRESSED, LISTED, AGREED, FILE);
    }

    private static final Table<Integer> TABLE =
            Table.of(
                    "kit-table",
                    List.of(
                            Column.<Integer>link(
                                            "name", n -> "Structure " + n, n -> "/kit?row=" + n)
                                    .sortedBy("name"),
                            Column.date("day", n -> LocalDate.of(2026, 1, 1).plusDays(n)),
                            Column.number("count", n -> n * 1_234L),
                            Column.tag("state", n -> new Tag("page.tone.success", Tone.SUCCESS)),
                            Column.code("hash", n -> "3f5a9c0e".repeat(8))));

    /** What the gallery shows. */
    public record Gallery(
            Form form,
            org.danaya.table.TableView table,
            org.danaya.table.TableView empty,
            List<Task> tasks,
            List<Said> said,
            Instant time) {}

    @Open
    @GetMapping("/kit")
    Answer gallery(Query query) {
        Table<Integer> table =
                TABLE.filteredBy(
                        Field.text("filter", 20).optional(),
                        Field.choice("kind", Tone.class, "page.tone").optional());
        Table.Asked asked = table.asked(query);
        List<Integer> rows = IntStream.rangeClosed(1, 5).boxed().toList();
        return asked.away()
                ? table.download(asked, "kit", rows)
                : Page.of(
                        "kit/gallery",
                        new Gallery(
                                form(),
                                table.show(asked, rows, 1_234),
                                TABLE.show(TABLE.asked(query), List.of(), 0),
                                List.of(
                                        new Task(
                                                "kit.name",
                                                "/kit",
                                                new Tag("page.tone.success", Tone.SUCCESS)),
                                        new Task(
                                                "kit.file",
                                                "",
                                                new Tag("page.tone.neutral", Tone.NEUTRAL))),
                                List.of(
                                        new Said("kit.name", "Structure d’exemple", "/kit"),
                                        new Said("kit.about", "", "")),
                                Instant.parse("2026-03-31T10:15:30Z")));
    }

    @Open
    @PostMapping("/kit")
    Answer sent(Submission sent) {
        Form form = form().read(sent);
        return form.wrong()
                ? Page.of("kit/form", form).status(400)
                : Redirect.to("/kit").saying(Notice.done("kit.saved", form.get(NAME)));
    }

    @Open
    @GetMapping("/kit/defect")
    Answer defect() {
        throw new IllegalStateException("a secret of the program");
    }

    @Open
    @GetMapping("/kit/fault")
    Answer fault() {
        throw new Fault(PageFault.UNAVAILABLE);
    }

    @Open
    @GetMapping("/kit/fault/{status:[0-9]{3}}")
    Answer fault(@PathVariable int status) {
        throw new Fault(
                Arrays.stream(PageFault.values())
                        .filter(fault -> fault.status() == status)
                        .findFirst()
                        .orElseThrow());
    }

    @Open
    @GetMapping("/kit/broken")
    Answer broken() {
        return Page.of("kit/gallery", Map.of());
    }

    @Open
    @PostMapping(path = "/api/kit", consumes = "application/json")
    Answer json(@RequestBody Map<String, String> body) {
        return Redirect.to("/kit?n=" + body.size());
    }
}
