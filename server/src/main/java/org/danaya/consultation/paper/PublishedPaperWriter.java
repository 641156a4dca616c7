package org.danaya.consultation.paper;

import java.time.Instant;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.ParsedText;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.page.Language;
import org.danaya.page.Local;
import org.danaya.page.Words;
import org.danaya.text.file.TextFiles;
import org.danaya.text.file.TextForm;
import org.danaya.text.form.Legend;

/** Puts an adopted text on paper: its words, and at the foot of each page what adopted them. */
final class PublishedPaperWriter {

    private static final int SHOWN = 16;

    private final Texts texts;
    private final Words words;

    PublishedPaperWriter(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * The paper: PDF/A-2a, the same bytes for the same words.
     *
     * @param example whether nothing that the installation says is official
     */
    byte[] write(
            Dossier dossier,
            TextVersion version,
            Adoption.Act act,
            Instant published,
            boolean example) {
        boolean english = dossier.language().equals("eng");
        Language language = english ? Language.ENGLISH : Language.FRENCH;
        String foot =
                words.say(
                        language,
                        "consultation.paper.foot",
                        dossier.title(),
                        version.head().number(),
                        adopted(language, act),
                        version.said().sha256().substring(0, SHOWN));
        ParsedText text = texts.register().text(version);
        return TextFiles.write(
                text.root(),
                text.flow(),
                TextForm.PDF,
                new TextFiles.Imprinted(
                        dossier.lead().name(),
                        published,
                        example
                                ? words.say(language, "consultation.paper.example") + " – " + foot
                                : foot,
                        english ? Legend.ENGLISH : Legend.FRENCH));
    }

    private String adopted(Language language, Adoption.Act act) {
        String kind = words.say(language, "consultation.act." + act.kind().code());
        String day = Local.date(words, language, act.day());
        return act.number()
                .map(
                        number ->
                                words.say(
                                        language, "consultation.public.adopted", kind, number, day))
                .orElseGet(() -> words.say(language, "consultation.public.noted", kind, day));
    }
}
