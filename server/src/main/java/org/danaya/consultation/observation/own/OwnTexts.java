package org.danaya.consultation.observation.own;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Sha256;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Submission;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.InWhoseName;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Component;

/**
 * Which referrals are somebody's own: those of structures for which they write, and those that they
 * may hand in under an office or a mandate.
 */
@Component
class OwnTexts {

    static final String PATH = "/account/texts";
    static final String ONE = PATH + "/{id:[0-9a-f-]{36}}";

    private static final int MOST = 500;

    private final Observations observations;
    private final Texts texts;
    private final Accounts accounts;
    private final InWhoseName names;

    OwnTexts(Observations observations, Texts texts, Accounts accounts, InWhoseName names) {
        this.observations = observations;
        this.texts = texts;
        this.accounts = accounts;
        this.names = names;
    }

    /**
     * A referral with its text.
     *
     * @param hands by what whoever looks may hand in; empty where they may not
     */
    record Own(
            Referral referral,
            TextVersion version,
            Dossier dossier,
            Optional<InWhoseName.Held> hands) {

        String path() {
            return PATH + "/" + referral.id();
        }

        boolean takes() {
            return version instanceof TextVersion.Fixed fixed && fixed.stage().takesObservations();
        }
    }

    /** All of one's own, what is awaited first. */
    List<Own> all() {
        Set<UUID> hands =
                names
                        .held(
                                accounts.get(Actor.self()).owner().person(),
                                Power.SUBMIT_OBSERVATION,
                                new InWhoseName.About(Map.of(), Optional.empty()))
                        .stream()
                        .map(held -> held.basis().structure())
                        .collect(Collectors.toSet());
        Reach reach =
                Rights.current()
                        .reach(Right.WRITE_OBSERVATIONS)
                        .orElse(new Reach.Structures(Set.of()))
                        .or(new Reach.Structures(hands));
        return observations.register().referrals(reach, MOST).stream()
                .map(this::own)
                .filter(OwnTexts::reached)
                .toList();
    }

    /**
     * One of one's own.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}
     */
    Own get(String id) {
        UUID read = Ids.read(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
        Own own = own(observations.register().referral(read));
        if (!reached(own)) {
            throw new Fault(ObservationFault.UNKNOWN);
        }
        return own;
    }

    /**
     * One of one's own whose version takes observations.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#NOT_TAKEN}
     */
    Own taking(String id) {
        Own own = get(id);
        if (!own.takes()) {
            throw new Fault(ObservationFault.NOT_TAKEN, own.version().code());
        }
        return own;
    }

    /** A draft of a referral of one's own. */
    Observation.Draft draft(Own own, String id) {
        UUID read = Ids.read(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
        Observation.Draft draft = observations.drafts().get(read);
        if (!draft.head().referral().equals(own.referral().id())) {
            throw new Fault(ObservationFault.UNKNOWN);
        }
        return draft;
    }

    private Own own(Referral referral) {
        TextVersion version = texts.register().version(referral.head().version());
        Dossier dossier = texts.register().get(version.head().dossier());
        return new Own(
                referral,
                version,
                dossier,
                observations
                        .submission()
                        .held(Actor.self(), referral.head().structure().id(), dossier));
    }

    private static boolean reached(Own own) {
        return own.hands().isPresent()
                || Rights.current()
                        .hold(Right.WRITE_OBSERVATIONS, own.referral().head().structure().id());
    }

    /** All words of the structure of a referral that was reached. */
    static Sight sight(Own own) {
        return new Sight(
                new Reach.Structures(Set.of(own.referral().head().structure().id())),
                new Reach.Structures(Set.of()));
    }

    /** The name of whoever has an account. */
    String name(UUID account) {
        return accounts.find(account).map(found -> found.owner().name()).orElse("–");
    }

    /** What stands for a content that somebody sees, until they confirm it. */
    static String seen(byte[] statement) {
        return HexFormat.of().formatHex(Sha256.of(statement));
    }

    /** What a field sent; empty where it sent nothing. */
    static String sent(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }

    /** A referral's state, as a tag. */
    static Tag tag(Referral referral) {
        return new Tag(
                "observation.referral." + referral.code(),
                switch (referral) {
                    case Referral.Awaited _ -> Tone.INFO;
                    case Referral.Received _, Referral.Nothing _ -> Tone.SUCCESS;
                    case Referral.Silent _ -> Tone.WARNING;
                });
    }
}
