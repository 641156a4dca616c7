package org.danaya.consultation.observation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.Sha256;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exact bytes that a structure hands in: JSON, in a fixed order, the same for the same
 * observations.
 */
final class BatchContent {

    static final String FORMAT = "danaya observations v1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BatchContent() {}

    static byte[] of(
            Dossier dossier,
            TextVersion version,
            Referral.Structure structure,
            List<Observation.Draft> drafts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("text", dossier.slug());
        all.put("title", dossier.title());
        all.put("version", version.head().number());
        all.put("versionSha256", version.said().sha256());
        all.put("structure", structure.identifier());
        all.put("structureName", structure.name());
        all.put("observations", drafts.stream().map(BatchContent::one).toList());
        return (JSON.writeValueAsString(all).replace("\r\n", "\n") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> one(Observation.Draft draft) {
        Observation.Said said = draft.said();
        Observation.Words words = said.words().orElseThrow();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", draft.id().toString());
        one.put("kind", said.kind().brief());
        one.put("about", about(said.anchor()));
        one.put("comment", words.comment());
        words.proposal().ifPresent(each -> one.put("proposal", each));
        words.legalBasis().ifPresent(each -> one.put("legalBasis", each));
        one.put("confidential", said.confidential());
        draft.row().ifPresent(each -> one.put("form", each));
        return one;
    }

    private static Map<String, Object> about(Anchor anchor) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("kind", anchor.code());
        switch (anchor) {
            case Anchor.Whole() -> {}
            case Anchor.OnPart part -> {
                about.put("part", part.wId());
                about.put("label", part.label());
            }
            case Anchor.OnSpan span -> {
                about.put("part", span.wId());
                about.put("label", span.label());
                about.put("line", span.line());
                about.put("start", span.start());
                about.put("end", span.end());
                about.put("quote", span.quote());
                about.put("prefix", span.prefix());
                about.put("suffix", span.suffix());
            }
            case Anchor.Unplaced unplaced -> about.put("label", unplaced.label());
        }
        return about;
    }

    /** What a passkey confirms: the hash of the bytes, and what they are. */
    static byte[] statement(
            Dossier dossier,
            TextVersion version,
            Referral.Structure structure,
            int observations,
            byte[] content) {
        return """
        danaya observations submission v1
        text %s
        version %d
        version-sha256 %s
        structure %s
        observations %d
        sha256 %s
        """
                .formatted(
                        dossier.slug(),
                        version.head().number(),
                        version.said().sha256(),
                        structure.identifier(),
                        observations,
                        Sha256.hexOf(content))
                .getBytes(StandardCharsets.UTF_8);
    }
}
