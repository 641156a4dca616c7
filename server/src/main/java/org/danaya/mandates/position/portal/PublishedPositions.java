package org.danaya.mandates.position.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.PublicAddress;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.letter.QrPicture;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionEvent;
import org.danaya.mandates.position.PositionFault;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.mandates.position.paper.PositionPapers;
import org.danaya.page.Language;
import org.danaya.page.PageSettings;
import org.danaya.page.Words;
import org.springframework.stereotype.Component;

/** Positions as everybody may see them. */
@Component
final class PublishedPositions {

    private final PositionRegister register;
    private final PositionPapers papers;
    private final PublicAddress address;
    private final Words words;
    private final Clock clock;
    private final ZoneId zone;

    PublishedPositions(
            OfficialPositions positions,
            PositionPapers papers,
            PublicAddress address,
            Words words,
            Clock clock,
            Settings settings) {
        this.register = positions.register();
        this.papers = papers;
        this.address = address;
        this.words = words;
        this.clock = clock;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    PositionRegister register() {
        return register;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * One of a number, now.
     *
     * @throws Fault {@link PositionFault#UNKNOWN}
     */
    Known get(long number) {
        return register.published(number).orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
    }

    /**
     * One of a number, as it was known at the end of a day.
     *
     * @throws Fault {@link PositionFault#UNKNOWN}
     */
    Known get(long number, LocalDate day) {
        return register.published(number, day).orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
    }

    /** The address of a position's page. */
    String address(Known known) {
        return address.page(path(known)).toString();
    }

    /** The address of a path of the portal. */
    String page(String path) {
        return address.page(path).toString();
    }

    /** What a title says first of one that isn't in force any more. */
    String state(Known known) {
        String code = stands(known).code();
        return code.equals("in-force")
                ? ""
                : "[" + words.say(Language.FRENCH, "positions.state." + code) + "] ";
    }

    /** What gave the signer the power to speak. */
    static String under(PositionEvent.Signed signed) {
        return (signed.under() instanceof Grantor.OfOffice ? "office:" : "mandate:")
                + signed.under().id();
    }

    static String path(Known known) {
        return PublicPositionPages.PATH + "/" + publication(known).number();
    }

    static OfficialPosition.Publication publication(Known known) {
        return known.position().publication().orElseThrow();
    }

    static PositionEvent.Signed signature(Known known) {
        return known.history().signature().orElseThrow();
    }

    PositionViews.One one(Known known) {
        OfficialPosition.Head head = known.head();
        PositionTerms terms = head.terms();
        PositionEvent.Signed signed = signature(known);
        String shortAddress = papers.shortAddress(head).toString();
        QrPicture qr = QrPicture.of(shortAddress);
        return new PositionViews.One(
                PositionNames.of(known.position()),
                "positions.kind." + terms.kind().code(),
                path(known),
                terms.french(),
                terms.english(),
                head.names().structure(),
                stands(known),
                signed.signer(),
                signed.function(),
                signed.at(),
                publication(known).since(),
                terms.from(),
                terms.last(),
                terms.matter(),
                terms.supersedes().flatMap(this::other),
                PositionNames.code(head),
                publication(known).leaf(),
                address(known),
                shortAddress,
                qr.path(),
                qr.side(),
                papers.has(head.id()));
    }

    /** How one stands at its instant. */
    PositionViews.Stands stands(Known known) {
        return switch (known.position()) {
            case OfficialPosition.InForce _ ->
                    known.holds()
                            ? new PositionViews.Stands(
                                    "in-force", known.day(), Optional.empty(), Optional.empty(), "")
                            : new PositionViews.Stands(
                                    "lapsed",
                                    known.day(),
                                    known.head().terms().until(),
                                    Optional.empty(),
                                    "");
            case OfficialPosition.Replaced(_, _, UUID by, Instant since) ->
                    new PositionViews.Stands(
                            "replaced", known.day(), Optional.of(day(since)), other(by), "");
            case OfficialPosition.Withdrawn(_, _, String reason, Instant since) ->
                    new PositionViews.Stands(
                            "withdrawn",
                            known.day(),
                            Optional.of(day(since)),
                            Optional.empty(),
                            reason);
            case OfficialPosition.Draft _,
                    OfficialPosition.Validated _,
                    OfficialPosition.Embargoed _ ->
                    throw new Fault(PositionFault.UNKNOWN);
        };
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Another one, if everybody may know of it too. */
    private Optional<PositionViews.Other> other(UUID id) {
        return register.publishedOf(id)
                .map(
                        known ->
                                new PositionViews.Other(
                                        PositionNames.of(known.position()),
                                        known.head().terms().french(),
                                        known.head().terms().english(),
                                        path(known)));
    }
}
