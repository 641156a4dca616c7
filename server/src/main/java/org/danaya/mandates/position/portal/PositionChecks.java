package org.danaya.mandates.position.portal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.log.PublicLog;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.paper.PositionPapers;
import org.danaya.verify.Opening;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.springframework.stereotype.Component;

/** Looks at what is shown as an official position. Keeps nothing of it. For any thread. */
@Component
public final class PositionChecks {

    private static final Pattern CODE =
            Pattern.compile("^danaya position v1\\ncode ([0-9A-HJKMNP-TV-Z]{10})\\n");

    private final PublishedPositions published;
    private final PositionPapers papers;
    private final PublicLog log;

    PositionChecks(PublishedPositions published, PositionPapers papers, PublicLog log) {
        this.published = published;
        this.papers = papers;
        this.log = log;
    }

    /** The verdict on the position of a short code's ten data characters; nothing for no such. */
    public Optional<PositionVerdict> ofCode(String code) {
        return published.register().publishedOf(code).map(this::genuine);
    }

    /** The verdict on a file that was given out for a position; nothing for any other file. */
    public Optional<PositionVerdict> ofFile(byte[] file) {
        return papers.givenFor(file).flatMap(published.register()::publishedOf).map(this::genuine);
    }

    /**
     * The verdict on the position of a proof that this log's keys vouch for; nothing for any other
     * file.
     */
    public Optional<PositionVerdict> ofProof(byte[] file) {
        byte[] header = Opening.HEADER.getBytes(StandardCharsets.US_ASCII);
        if (file.length > Opening.MAX_BYTES
                || !Arrays.equals(header, Arrays.copyOf(file, header.length))
                || !(Opening.parse(file) instanceof Parsed.Ok<Opening>(Opening opening))
                || !(opening.verify(Policy.of(log.keys().toArray(VerifierKey[]::new)))
                        instanceof Verdict.Valid<Opening.Opened>(Opening.Opened opened))) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(new String(opened.content(), StandardCharsets.UTF_8));
        return code.find() ? ofCode(code.group(1)) : Optional.empty();
    }

    /** The verdict on a document that names a position by its code and wasn't given out for it. */
    public static PositionVerdict altered(PositionVerdict named) {
        return new PositionVerdict.Altered(named.known(), named.page());
    }

    private PositionVerdict genuine(Known known) {
        return new PositionVerdict.Genuine(
                known,
                published.address(known),
                known.position() instanceof OfficialPosition.Replaced replaced
                        ? published
                                .register()
                                .publishedOf(replaced.by())
                                .map(each -> PositionNames.of(each.position()))
                        : Optional.empty());
    }
}
