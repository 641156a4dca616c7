package org.danaya.consultation.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.page.Above;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.springframework.stereotype.Component;

/** Who looks, what lies within their reach, and what things are called on the console's pages. */
@Component
public class TextDesk {

    /** Where the console's texts are. */
    public static final String PATH = "/console/texts";

    /** A place for an id in a path. */
    public static final String ID = "/{id:[0-9a-f-]{36}}";

    private static final Above HOME = Above.words("section.texts", PATH);

    private final Texts texts;

    TextDesk(Texts texts) {
        this.texts = texts;
    }

    /**
     * A dossier.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN} where there is none, or the right doesn't
     *     reach it
     */
    public Dossier dossier(String id, Right right) {
        return reached(texts.register().get(read(id)), right);
    }

    /** A version, in the same way. */
    public TextVersion version(String id, Right right) {
        TextVersion version = texts.register().version(read(id));
        reached(texts.register().get(version.head().dossier()), right);
        return version;
    }

    /** The pages above those about all dossiers. */
    public static List<Above> up() {
        return List.of(HOME);
    }

    /** The pages above those about a dossier. */
    public static List<Above> up(Dossier dossier) {
        return List.of(HOME, Above.name(dossier.title(), path(dossier)));
    }

    /** The dossier of a version. */
    public Dossier dossier(TextVersion version) {
        return texts.register().get(version.head().dossier());
    }

    private static Dossier reached(Dossier dossier, Right right) {
        if (!Rights.current().hold(right, dossier.lead().structure())) {
            throw new Fault(ConsultationFault.UNKNOWN);
        }
        return dossier;
    }

    private static UUID read(String id) {
        return Ids.read(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }

    /** How far a right reaches, for a search. */
    static Reach reach(Right right) {
        return Rights.current().reach(right).orElse(new Reach.Structures(Set.of()));
    }

    /** A version's state, as a tag. */
    public static Tag tag(TextVersion version) {
        return new Tag(
                "consultation.state." + version.code(),
                TONES.getOrDefault(version.code(), Tone.INFO));
    }

    private static final Map<String, Tone> TONES =
            Map.of(
                    "draft", Tone.NEUTRAL,
                    "abandoned", Tone.NEUTRAL,
                    "superseded", Tone.NEUTRAL,
                    "withdrawn", Tone.WARNING,
                    "returned", Tone.WARNING,
                    "validated", Tone.SUCCESS,
                    "adopted", Tone.SUCCESS,
                    "published", Tone.SUCCESS);

    /** Where a dossier is. */
    public static String path(Dossier dossier) {
        return PATH + "/" + dossier.id();
    }

    /** Where a version is. */
    public static String path(TextVersion version) {
        return PATH + "/versions/" + version.id();
    }

    /** A name for a file of a version. */
    static String filename(Dossier dossier, TextVersion version, String ending) {
        return (dossier.slug() + "-v" + version.head().number() + "." + ending)
                .toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
