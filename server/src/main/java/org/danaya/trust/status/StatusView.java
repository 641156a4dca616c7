package org.danaya.trust.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.page.Tag;
import org.danaya.page.Tone;

/**
 * What the public page shows.
 *
 * @param current whether status is as current as the database
 */
public record StatusView(
        boolean current, List<AuthorityState> authorities, List<TrustService.State> services) {

    private static final Tag GOOD = new Tag("status.good", Tone.SUCCESS);
    private static final Tag WAITING = new Tag("status.waiting", Tone.WARNING);
    private static final Tag LATE = new Tag("status.late", Tone.DANGER);
    private static final Tag ENDED = new Tag("status.ended", Tone.NEUTRAL);
    private static final Tag OFFLINE = new Tag("status.offline", Tone.NEUTRAL);

    /**
     * An authority.
     *
     * @param ended whether it issues no more, revoked or replaced
     * @param certificate the address of its certificate
     * @param address that of its complete revocation list
     * @param responder until when its responder's certificate lasts
     * @param list what was published last
     */
    public record AuthorityState(
            String code,
            boolean rehearsal,
            boolean offline,
            boolean ended,
            String certificate,
            String address,
            Optional<Instant> responder,
            Optional<Listed> list,
            boolean late) {

        /** How its answers and its list are. */
        public Tag tag() {
            if (offline) {
                return OFFLINE;
            }
            if (late) {
                return LATE;
            }
            if (ended) {
                return ENDED;
            }
            return responder.isPresent() && list.isPresent() ? GOOD : WAITING;
        }
    }

    /** A revocation list. */
    public record Listed(long number, Instant made, Instant next, int entries) {}
}
