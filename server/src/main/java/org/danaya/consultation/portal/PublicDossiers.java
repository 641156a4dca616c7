package org.danaya.consultation.portal;

import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.springframework.stereotype.Component;

/** Texts of which something is published; of all others nothing is told, not even that they are. */
@Component
class PublicDossiers {

    static final String PATH = "/texts";

    /** A place for a text's name in a path. */
    static final String ONE = PATH + "/{slug:[a-z0-9-]{1,60}}";

    private final TextRegister register;

    PublicDossiers(Texts texts) {
        this.register = texts.register();
    }

    /** Where a text is. */
    static String path(Dossier dossier) {
        return PATH + "/" + dossier.slug();
    }

    /**
     * A dossier.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN} where nothing of it is published
     */
    Dossier dossier(String slug) {
        return register.bySlug(slug)
                .filter(dossier -> published(dossier).isPresent())
                .orElseThrow(PublicDossiers::unknown);
    }

    /** What is published of a dossier: the last version that was. */
    Optional<TextVersion> published(Dossier dossier) {
        return register.versions(dossier.id()).stream()
                .filter(TextVersion.Published.class::isInstance)
                .reduce((_, later) -> later);
    }

    /** The versions up to the one that is published: what follows isn't known to everybody yet. */
    List<TextVersion> frozen(Dossier dossier) {
        int last = published(dossier).map(version -> version.head().number()).orElse(0);
        return register.versions(dossier.id()).stream()
                .filter(version -> version.frozen().isPresent())
                .filter(version -> version.head().number() <= last)
                .toList();
    }

    /**
     * A version whose text is fixed, by its number.
     *
     * @throws Fault {@link ConsultationFault#UNKNOWN}
     */
    TextVersion frozen(Dossier dossier, int number) {
        return frozen(dossier).stream()
                .filter(version -> version.head().number() == number)
                .findFirst()
                .orElseThrow(PublicDossiers::unknown);
    }

    static Fault unknown() {
        return new Fault(ConsultationFault.UNKNOWN);
    }
}
