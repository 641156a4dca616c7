package org.danaya.consultation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Kept;
import org.danaya.base.Sha256;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Redline;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The texts that there are, and what they say. For any number of threads. */
public final class TextRegister {

    /** Texts that are kept read. */
    private static final int KEPT = 24;

    private final DossierTable dossiers;
    private final VersionTable versions;
    private final VersionEventTable events;

    /** By hash. */
    private final Kept<String, ParsedText> read = new Kept<>(KEPT);

    /** By the hashes of both. */
    private final Kept<List<String>, Redline> compared = new Kept<>(KEPT);

    TextRegister(JdbcClient jdbc) {
        this.dossiers = new DossierTable(jdbc);
        this.versions = new VersionTable(jdbc);
        this.events = new VersionEventTable(jdbc);
    }

    /** A dossier, if there is one. */
    public Optional<Dossier> find(UUID id) {
        return dossiers.find(id);
    }

    /** The dossier of a name, if there is one. */
    public Optional<Dossier> bySlug(String slug) {
        return dossiers.bySlug(slug);
    }

    /**
     * A dossier.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN}
     */
    public Dossier get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }

    /** Dossiers, a page of them. */
    public List<Dossier> list(DossierSearch search, String orderBy, long skipped, int most) {
        return dossiers.list(search, orderBy, skipped, most);
    }

    /** How many a search finds. */
    public int count(DossierSearch search) {
        return dossiers.count(search);
    }

    /** Dossiers of which something is published, a page of them, what was adopted last first. */
    public List<Dossier> published(long skipped, int most) {
        return dossiers.published(skipped, most);
    }

    /** Of how many dossiers something is published. */
    public int countPublished() {
        return dossiers.countPublished();
    }

    /** The versions of a dossier, the first one first. */
    public List<TextVersion> versions(UUID dossier) {
        return versions.of(dossier);
    }

    /** A version, if there is one. */
    public Optional<TextVersion> findVersion(UUID id) {
        return versions.find(id);
    }

    /**
     * A version.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN}
     */
    public TextVersion version(UUID id) {
        return versions.find(id).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }

    /** The version from which another was made: the last frozen one before it. */
    public Optional<TextVersion> before(TextVersion version) {
        return versions(version.head().dossier()).stream()
                .filter(each -> each.head().number() < version.head().number())
                .filter(each -> each.frozen().isPresent())
                .reduce((_, last) -> last);
    }

    /** What happened to a version, in order. */
    public List<VersionEvent> history(UUID version) {
        return events.of(version);
    }

    /** The exact bytes of a version: Akoma Ntoso. */
    public byte[] akn(TextVersion version) {
        return versions.text(version.id()).orElseThrow(() -> new Fault(ConsultationFault.UNKNOWN));
    }

    /** What a version says. */
    public ParsedText text(TextVersion version) {
        if (version.frozen().isPresent()) {
            return read.get(version.said().sha256(), () -> ParsedText.of(akn(version)));
        }
        // A draft may have changed since it was looked up.
        byte[] akn = akn(version);
        return read.get(Sha256.hexOf(akn), () -> ParsedText.of(akn));
    }

    /** What became of the words of one version in another. */
    public Redline redline(TextVersion before, TextVersion after) {
        return compared.get(
                List.of(before.said().sha256(), after.said().sha256()),
                () -> Comparison.compare(text(before).flow(), text(after).flow()));
    }
}
