package org.danaya.consultation.observation.own;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Batch;
import org.danaya.consultation.observation.Referral;
import org.danaya.page.Download;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Legend;
import org.danaya.text.pdf.Imprint;
import org.danaya.text.pdf.Pdf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was handed in, on paper: made from the very bytes that were confirmed. In French. */
public final class BatchPaper {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Block> blocks = new ArrayList<>();

    private BatchPaper() {}

    /**
     * A batch to be taken away.
     *
     * @param content the very bytes that were confirmed
     * @param form {@code json} for those bytes, {@code pdf} to be read
     */
    public static Download file(
            Dossier dossier,
            TextVersion version,
            Referral referral,
            Batch batch,
            byte[] content,
            String form) {
        boolean json = form.equals("json");
        byte[] bytes = json ? content : of(batch, content);
        String name =
                String.join(
                        "-",
                        dossier.slug(),
                        "v" + version.head().number(),
                        referral.head().structure().identifier(),
                        batch.place() + "." + form);
        return new Download(
                name, json ? "application/json" : "application/pdf", (_, out) -> out.write(bytes));
    }

    /** A PDF, the same for the same batch. */
    static byte[] of(Batch batch, byte[] content) {
        JsonNode all = JSON.readTree(new String(content, StandardCharsets.UTF_8));
        BatchPaper paper = new BatchPaper();
        String title = "Observations sur «\u00a0" + text(all, "title") + "\u00a0»";
        paper.line(Role.TITLE, 0, title);
        paper.fact("Structure", text(all, "structureName"));
        paper.fact("Texte", text(all, "title") + ", version " + all.path("version").asInt());
        paper.fact("Empreinte de la version (SHA-256)", text(all, "versionSha256"));
        paper.fact("Transmises par", batch.signer() + ", " + batch.function());
        paper.fact("Le", batch.at().toString());
        paper.fact("Empreinte du lot (SHA-256)", batch.sha256());
        if (batch.observations() == 0) {
            paper.line(Role.BODY, 0, "Néant\u00a0: la structure n’a pas d’observation.");
        }
        int number = 0;
        for (JsonNode one : all.path("observations")) {
            number++;
            paper.one(number, one);
        }
        return Pdf.of(
                new Flow("fr", title, paper.blocks),
                new Imprint(
                        text(all, "structureName"),
                        batch.at(),
                        batch.sha256(),
                        false,
                        Imprint.Sheet.UPRIGHT,
                        Legend.FRENCH));
    }

    private void one(int number, JsonNode one) {
        JsonNode about = one.path("about");
        String label = text(about, "label");
        line(Role.HEADING, 1, number + ". " + (label.isEmpty() ? "Texte entier" : label));
        fact("Nature", text(one, "kind"));
        if (about.has("quote")) {
            fact("Passage", "«\u00a0" + text(about, "quote") + "\u00a0»");
        }
        said("Observation", text(one, "comment"));
        said("Rédaction proposée", text(one, "proposal"));
        said("Base légale", text(one, "legalBasis"));
        if (one.path("confidential").asBoolean()) {
            line(Role.BODY, 0, "Confidentielle");
        }
    }

    private void said(String name, String words) {
        if (!words.isEmpty()) {
            words.lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .ifPresent(first -> fact(name, first));
            words.lines()
                    .filter(line -> !line.isBlank())
                    .skip(1)
                    .forEach(line -> line(Role.BODY, 0, line));
        }
    }

    private void fact(String name, String words) {
        List<Inline> inlines = new ArrayList<>();
        inlines.add(new Run(name + "\u00a0: ", new Style(EnumSet.of(Mark.BOLD), "")));
        inlines.add(Run.of(words.replaceAll("\\s+", " ")));
        blocks.add(Line.of(Role.BODY, 0, "", inlines));
    }

    private void line(Role role, int level, String words) {
        blocks.add(Line.of(role, level, "", List.of(Run.of(words.replaceAll("\\s+", " ")))));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
