package org.danaya.verify.mandate;

import java.util.Optional;
import org.danaya.verify.Reason;

/** What a check of a mandate ends in: one of exactly six. */
public sealed interface MandateVerdict {

    /** How old the information is that this is said with. */
    Freshness freshness();

    /** The French code that people and machines see. */
    default String code() {
        return switch (this) {
            case Valid valid -> "VALIDE";
            case NotYet notYet -> "PAS_ENCORE";
            case Expired expired -> "EXPIRE";
            case Suspended suspended -> "SUSPENDU";
            case Revoked revoked -> "REVOQUE";
            case UnknownOrForged unknown -> "INCONNU_OU_FALSIFIE";
        };
    }

    /** A mandate that exists: sealed by a good key, or found in the register. */
    sealed interface Known extends MandateVerdict {

        /** Who, for whom, until when, with what limit. */
        SealedMandate mandate();

        /** How it stands apart from its dates. */
        Standing standing();

        /** For what: its powers without those that were revoked. */
        default Powers remaining() {
            return switch (standing()) {
                case Standing.Reduced(Powers left) -> mandate().powers().and(left);
                case Standing.InForce inForce -> mandate().powers();
                case Standing.Suspended suspended -> mandate().powers();
                case Standing.Revoked revoked -> Powers.NONE;
                case Standing.Absent absent -> Powers.NONE;
            };
        }
    }

    /** It holds now, for the remaining powers. */
    record Valid(SealedMandate mandate, Standing standing, Freshness freshness) implements Known {}

    /** It will hold, if nothing happens to it. Its standing may say that something has. */
    record NotYet(SealedMandate mandate, Standing standing, Freshness freshness) implements Known {}

    /** Its time is over. */
    record Expired(SealedMandate mandate, Standing standing, Freshness freshness)
            implements Known {}

    /** Its powers rest. */
    record Suspended(SealedMandate mandate, Standing standing, Freshness freshness)
            implements Known {}

    /** It was revoked, or every one of its powers was. */
    record Revoked(SealedMandate mandate, Standing standing, Freshness freshness)
            implements Known {}

    /**
     * Nothing that can be relied on says that there is such a mandate. What was shown is not
     * repeated here, so that no forgery is displayed.
     *
     * @param detail in English for a technical reader; words for the public come from the reason
     */
    record UnknownOrForged(Reason reason, String detail, Freshness freshness)
            implements MandateVerdict {}

    /** The same verdict from a source that is in doubt: a VALID is to be confirmed. */
    default MandateVerdict inDoubt() {
        Freshness doubted = freshness().inDoubt();
        return switch (this) {
            case Valid(SealedMandate mandate, Standing standing, Freshness old) ->
                    new Valid(mandate, standing, doubted);
            case NotYet(SealedMandate mandate, Standing standing, Freshness old) ->
                    new NotYet(mandate, standing, doubted);
            case Expired(SealedMandate mandate, Standing standing, Freshness old) ->
                    new Expired(mandate, standing, doubted);
            case Suspended(SealedMandate mandate, Standing standing, Freshness old) ->
                    new Suspended(mandate, standing, doubted);
            case Revoked(SealedMandate mandate, Standing standing, Freshness old) ->
                    new Revoked(mandate, standing, doubted);
            case UnknownOrForged(Reason reason, String detail, Freshness old) ->
                    new UnknownOrForged(reason, detail, doubted);
        };
    }

    /** The facts, where there are some that can be relied on. */
    default Optional<Known> known() {
        return this instanceof Known known ? Optional.of(known) : Optional.empty();
    }
}
