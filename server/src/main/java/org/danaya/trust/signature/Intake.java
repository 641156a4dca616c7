package org.danaya.trust.signature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.springframework.stereotype.Component;

/** What is taken in to be signed, and the level that it can have. */
@Component
public class Intake {

    private final Validations validations;
    private final AdesEngine engine;

    Intake(Validations validations, AdesEngine engine) {
        this.validations = validations;
        this.engine = engine;
    }

    /** Why a file isn't taken; nothing for one that is. */
    public Optional<ValidationOutcome.Refused> danger(SignedFile file) {
        return validations.danger(file).or(() -> validations.misnamed(file));
    }

    /** The best that the services of this process allow. */
    public SignatureLevel level() {
        return engine.best();
    }

    /** The most bytes of a file. */
    int mostBytes() {
        return Math.toIntExact(validations.mostBytes());
    }

    /** Whether a file is an archive whose files can be signed each by itself. */
    static boolean isArchive(SignedFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** The files of an archive, or the file itself. */
    static List<SignedFile> each(SignedFile file) {
        return isArchive(file)
                ? Documents.unpacked(file, SigningRequests.MOST_DOCUMENTS)
                : List.of(file);
    }
}
