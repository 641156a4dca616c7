package org.danaya.mandates.position.portal;

import java.time.Instant;
import java.util.Optional;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionRegister.Known;

/** What is to be thought of something that shows itself as an official position. */
public sealed interface PositionVerdict {

    /** The position that it names. */
    Known known();

    /** The address of its page. */
    String page();

    /** One of the six, as for mandates. */
    String code();

    /** The instant as of which it is told. */
    default Instant at() {
        return known().at();
    }

    /**
     * It is that position.
     *
     * @param by the name of what took its place
     */
    record Genuine(Known known, String page, Optional<String> by) implements PositionVerdict {

        @Override
        public String code() {
            return switch (known.position()) {
                case OfficialPosition.InForce _ -> known.holds() ? "VALIDE" : "EXPIRE";
                case OfficialPosition.Replaced _, OfficialPosition.Withdrawn _ -> "REVOQUE";
                case OfficialPosition.Draft _,
                        OfficialPosition.Validated _,
                        OfficialPosition.Embargoed _ ->
                        throw new IllegalStateException("Nobody may know of it");
            };
        }
    }

    /** It is a file that names that position and isn't one that was given out for it. */
    record Altered(Known known, String page) implements PositionVerdict {

        @Override
        public String code() {
            return "INCONNU_OU_FALSIFIE";
        }
    }
}
