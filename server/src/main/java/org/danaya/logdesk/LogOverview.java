package org.danaya.logdesk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Settings;
import org.danaya.edge.EdgePlane;
import org.danaya.log.LogSettings;
import org.danaya.log.LogWatch;
import org.danaya.log.PublicLog;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Policy;
import org.danaya.verify.Quorum;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifiedSignature;
import org.danaya.verify.VerifierKey;
import org.danaya.witness.Witnesses;
import org.springframework.stereotype.Component;

/** What the log shows of itself to everybody, from its published files. */
@Component
class LogOverview {

    /** A checkpoint is renewed a little late where a witness or the disk makes it wait. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final PublicLog log;
    private final LogWatch watch;
    private final Witnesses witnesses;
    private final EdgePlane edge;
    private final Duration refresh;

    LogOverview(
            PublicLog log, LogWatch watch, Witnesses witnesses, EdgePlane edge, Settings settings) {
        this.log = log;
        this.watch = watch;
        this.witnesses = witnesses;
        this.edge = edge;
        this.refresh = settings.get(LogSettings.REFRESH);
    }

    /** The log as it is published; nothing before its first checkpoint. */
    Optional<LogPageView.Shown> show() {
        return log.latest().map(this::shown);
    }

    private LogPageView.Shown shown(PublicLog.Latest latest) {
        Checkpoint checkpoint = latest.checkpoint();
        Optional<Instant> at = watch.publishedAt();
        Optional<Duration> age = at.map(time -> Duration.between(time, watch.now()));
        boolean example = checkpoint.origin().equals(LogSettings.EXAMPLE_ORIGIN);
        return new LogPageView.Shown(
                checkpoint.origin(),
                example,
                checkpoint.size(),
                at,
                age,
                age.filter(old -> old.compareTo(refresh.plus(GRACE)) > 0).isPresent(),
                log.keys().stream().map(VerifierKey::vkey).toList(),
                latest.note().toText(),
                files(checkpoint, example),
                witnessed(latest.note()));
    }

    /** The origin is the files' address by its definition, but for the one for trying. */
    private LogPageView.Files files(Checkpoint checkpoint, boolean example) {
        URI prefix =
                example
                        ? edge.address().resolve("/log/")
                        : URI.create("https://" + checkpoint.origin() + "/");
        long last = Math.max(0, checkpoint.size() - 1);
        int width = (int) (last % TilePath.FULL) + 1;
        String entries = new TilePath.Entries(last / TilePath.FULL, width).path();
        return new LogPageView.Files(
                prefix, prefix.resolve(Checkpoint.PATH), prefix.resolve(entries));
    }

    private LogPageView.Witnessed witnessed(SignedNote note) {
        Optional<Policy> asked = witnesses.policy();
        if (asked.isEmpty()) {
            return new LogPageView.Witnessed(0, true, List.of());
        }
        Policy policy = asked.get();
        List<VerifierKey> keys = policy.witnesses().stream().map(Policy.Witness::key).toList();
        List<VerifiedSignature> signatures = new ArrayList<>();
        boolean reached = policy.quorum() instanceof Quorum.None;
        if (note.verify(keys) instanceof Verdict.Valid<VerifiedNote>(VerifiedNote verified)) {
            signatures.addAll(verified.signatures());
            reached = reached || policy.tally(verified) instanceof Quorum.Tally.Reached;
        }
        return new LogPageView.Witnessed(
                policy.quorum().least(),
                reached,
                policy.witnesses().stream().map(it -> witness(it, signatures)).toList());
    }

    private static LogPageView.Witness witness(
            Policy.Witness witness, List<VerifiedSignature> signatures) {
        return new LogPageView.Witness(
                witness.name(),
                witness.key().vkey(),
                signatures.stream()
                        .filter(signature -> signature.key().equals(witness.key()))
                        .map(signature -> Instant.ofEpochSecond(signature.posixSeconds().orElse(0)))
                        .max(Instant::compareTo));
    }
}
