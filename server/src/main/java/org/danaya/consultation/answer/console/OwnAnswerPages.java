package org.danaya.consultation.answer.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerFault;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.FinalAnswers;
import org.danaya.consultation.answer.Given;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Query;
import org.danaya.log.LogProofs;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of a structure's own observations, and what proves it; to read alone. */
@Controller
class OwnAnswerPages {

    static final String PATH = "/account/answers";
    private static final String OF = PATH + "/{referral:[0-9a-f-]{36}}";
    private static final String PROOF = PATH + "/proof/{observation:[0-9a-f-]{36}}";
    private static final int MOST = 1_000;

    private final TextRegister texts;
    private final Observations observations;
    private final Answers answers;
    private final LogProofs proofs;

    OwnAnswerPages(
            TextRegister texts, Observations observations, Answers answers, LogProofs proofs) {
        this.texts = texts;
        this.observations = observations;
        this.answers = answers;
        this.proofs = proofs;
    }

    private static Reach reach() {
        return Rights.current()
                .reach(Right.WRITE_OBSERVATIONS)
                .orElse(new Reach.Structures(Set.of()));
    }

    @Needs(Right.WRITE_OBSERVATIONS)
    @GetMapping(PATH)
    Answer list() {
        List<AnswerSheets.Asked> asked = new ArrayList<>();
        for (Referral referral : observations.register().referrals(reach(), MOST)) {
            Referral.Head head = referral.head();
            TextVersion version = texts.version(head.version());
            int count =
                    answers.register()
                            .count(
                                    MatrixSearch.of(version.id(), head.structure().id()),
                                    Sight.current());
            if (count > 0) {
                asked.add(
                        new AnswerSheets.Asked(
                                texts.get(version.head().dossier()),
                                version,
                                head.structure().name(),
                                count,
                                PATH + "/" + referral.id()));
            }
        }
        return Page.of("answer/own", new AnswerSheets.Own(asked));
    }

    @Needs(Right.WRITE_OBSERVATIONS)
    @GetMapping(OF)
    Answer one(@PathVariable String referral, Query query) {
        Referral.Head head = observations.register().referral(read(referral)).head();
        if (!reach().covers(head.structure().id())) {
            throw new Fault(AnswerFault.UNKNOWN);
        }
        TextVersion version = texts.version(head.version());
        boolean fixed = answers.register().fixed(version.id());
        Table<AnswerSheets.Row> table = Table.of("answer.own", columns(fixed));
        Table.Asked asked = table.asked(query);
        MatrixSearch search = MatrixSearch.of(version.id(), head.structure().id());
        Sight sight = Sight.current();
        List<AnswerSheets.Row> rows =
                answers
                        .register()
                        .list(search, sight, asked.orderBy(), asked.offset(), asked.limit())
                        .stream()
                        .map(
                                each ->
                                        new AnswerSheets.Row(
                                                each,
                                                AnswerDesk.tag(each.disposition()),
                                                "",
                                                Optional.empty()))
                        .toList();
        if (asked.away()) {
            return table.download(asked, "observations", rows);
        }
        return Page.of(
                "answer/own-one",
                new AnswerSheets.OwnAnswers(
                        texts.get(version.head().dossier()),
                        version,
                        head.structure().name(),
                        fixed,
                        table.show(asked, rows, answers.register().count(search, sight))));
    }

    private static List<Column<AnswerSheets.Row>> columns(boolean fixed) {
        List<Column<AnswerSheets.Row>> columns =
                new ArrayList<>(
                        List.of(
                                Column.number("number", each -> (long) each.entry().number()),
                                Column.text("part", each -> each.entry().label()),
                                Column.text(
                                        "comment",
                                        each ->
                                                each.entry()
                                                        .words()
                                                        .map(Observation.Words::comment)
                                                        .orElse("")),
                                Column.tag("disposition", AnswerSheets.Row::state),
                                Column.text(
                                        "reason",
                                        each ->
                                                each.entry()
                                                        .last()
                                                        .map(last -> last.disposition().reason())
                                                        .orElse("")),
                                Column.number("linked", each -> (long) each.entry().linked())));
        if (fixed) {
            columns.add(
                    new Column<>(
                            "proof",
                            each ->
                                    new Cell.Link(
                                            "ZIP", PATH + "/proof/" + each.entry().observation()),
                            null));
        }
        return columns;
    }

    private static UUID read(String id) {
        return Ids.read(id).orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
    }

    @Needs(Right.WRITE_OBSERVATIONS)
    @GetMapping(PROOF)
    Answer proof(@PathVariable String observation) throws IOException {
        Entry entry = answers.register().get(read(observation), Sight.current());
        if (!reach().covers(entry.structure().id())) {
            throw new Fault(AnswerFault.UNKNOWN);
        }
        byte[] opening = proofs.open(FinalAnswers.reference(entry.observation())).toBytes();
        Observation.Words words = entry.words().orElseThrow();
        Given given = entry.last().orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "answer.danaya-opening", opening);
            put(zip, "observation.txt", FinalAnswers.words(words));
            put(zip, "reason.txt", FinalAnswers.reason(given));
        }
        byte[] file = bytes.toByteArray();
        return new Download(
                "observation-" + entry.number() + ".zip",
                "application/zip",
                (_, out) -> out.write(file));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
