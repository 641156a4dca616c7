package org.danaya.consultation.observation.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Referral;
import org.danaya.page.Above;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.springframework.stereotype.Component;

/** Which referrals lie within the reach of whoever looks, and what they are called. */
@Component
class ReferralDesk implements Naming {

    static final String PATH = TextDesk.PATH + "/referrals";
    static final String ONE = PATH + TextDesk.ID;

    private final Observations observations;
    private final Texts texts;
    private final Accounts accounts;

    ReferralDesk(Observations observations, Texts texts, Accounts accounts) {
        this.observations = observations;
        this.texts = texts;
        this.accounts = accounts;
    }

    /** A referral with its text. */
    record Known(Referral referral, TextVersion version, Dossier dossier) {}

    /**
     * A referral.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN} where there is none, or the right doesn't
     *     reach the lead of its text
     */
    Known referral(String id, Right right) {
        return Ids.read(id)
                .flatMap(observations.register()::findReferral)
                .map(this::known)
                .filter(known -> Rights.current().hold(right, known.dossier().lead().structure()))
                .orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
    }

    private Known known(Referral referral) {
        TextVersion version = texts.register().version(referral.head().version());
        return new Known(referral, version, texts.register().get(version.head().dossier()));
    }

    static String path(Referral referral) {
        return PATH + "/" + referral.id();
    }

    static Tag tag(Referral referral) {
        return new Tag(
                "observation.referral." + referral.code(),
                switch (referral) {
                    case Referral.Awaited _ -> Tone.INFO;
                    case Referral.Received _, Referral.Nothing _ -> Tone.SUCCESS;
                    case Referral.Silent _ -> Tone.WARNING;
                });
    }

    /** The pages above those about the referrals of a version. */
    static List<Above> up(Dossier dossier, TextVersion version) {
        List<Above> up = new ArrayList<>(TextDesk.up(dossier));
        up.add(
                Above.words(
                        "observation.referrals.of",
                        Integer.toString(version.head().number()),
                        ReferralPages.path(version)));
        return up;
    }

    /** The name of whoever has an account. */
    String name(UUID account) {
        return accounts.find(account).map(found -> found.owner().name()).orElse("–");
    }

    @Override
    public String kind() {
        return "text-referral";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Ids.read(id)
                .flatMap(observations.register()::findReferral)
                .map(this::known)
                .filter(
                        known ->
                                Rights.current()
                                        .hold(Right.READ_TEXTS, known.dossier().lead().structure()))
                .map(
                        known ->
                                new Named(
                                        known.dossier().title()
                                                + ", "
                                                + known.referral().head().structure().name(),
                                        path(known.referral())));
    }
}
