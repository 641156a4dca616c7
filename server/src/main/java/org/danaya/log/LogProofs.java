package org.danaya.log;

import java.util.Map;
import org.danaya.base.Fault;
import org.danaya.verify.InclusionProof;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Opening;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TlogProof;
import org.danaya.verify.TreeHash;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proves to third persons that a leaf is in the log, and what it commits to. */
public final class LogProofs {

    private final PublicLog log;
    private final LeafTable leaves;

    LogProofs(JdbcClient jdbc, PublicLog log) {
        this.log = log;
        this.leaves = new LeafTable(jdbc);
    }

    /**
     * A proof under the latest checkpoint; its extra data is the leaf's entry.
     *
     * @throws Fault {@link LogFault#UNKNOWN_LEAF}, {@link LogFault#NOT_YET_PUBLISHED}
     */
    public TlogProof prove(String referenceOrIndex) {
        return prove(find(referenceOrIndex));
    }

    /**
     * Salt, content and proof: shows a third person what a leaf commits to. Whoever has it may show
     * it to others.
     *
     * @throws Fault {@link LogFault#UNKNOWN_LEAF}, {@link LogFault#NOT_YET_PUBLISHED}, {@link
     *     LogFault#ERASED}
     */
    public Opening open(String referenceOrIndex) {
        LeafTable.Placed leaf = find(referenceOrIndex);
        byte[] salt = leaf.salt();
        byte[] content = leaf.content();
        if (salt == null || content == null) {
            throw new Fault(LogFault.ERASED, referenceOrIndex);
        }
        LeafEntry entry = LeafEntry.parse(leaf.entry()).orThrow();
        return Opening.of(salt, content, entry, prove(leaf));
    }

    private TlogProof prove(LeafTable.Placed leaf) {
        PublicLog.Latest latest =
                log.latest()
                        .filter(published -> published.checkpoint().size() > leaf.index())
                        .orElseThrow(() -> new Fault(LogFault.NOT_YET_PUBLISHED, leaf.reference()));
        SignedNote note = latest.note();
        TreeHash root = latest.checkpoint().root();
        Verdict<InclusionProof> proof =
                TreeProver.of(latest.checkpoint().size(), log.source())
                        .inclusion(leaf.index())
                        .then(made -> made.verify(TreeHash.leaf(leaf.entry()), root));
        return switch (proof) {
            case Verdict.Valid<InclusionProof>(InclusionProof made) ->
                    TlogProof.of(made, note).withExtra(leaf.entry());
            case Verdict.Invalid<InclusionProof>(var reason, String detail) ->
                    throw new Fault(
                            LogFault.FILES_UNUSABLE, log.folder(), reason.code() + ": " + detail);
            case Verdict.Unverifiable<InclusionProof>(var reason, String detail) ->
                    throw new Fault(
                            LogFault.FILES_UNUSABLE, log.folder(), reason.code() + ": " + detail);
        };
    }

    private LeafTable.Placed find(String referenceOrIndex) {
        if (referenceOrIndex.matches("[0-9]{1,18}")) {
            return leaves.byIndex(Long.parseLong(referenceOrIndex))
                    .orElseThrow(() -> new Fault(LogFault.UNKNOWN_LEAF, referenceOrIndex));
        }
        LeafTable.Found found =
                leaves.byReference(referenceOrIndex)
                        .orElseThrow(() -> new Fault(LogFault.UNKNOWN_LEAF, referenceOrIndex));
        Long index = found.index();
        if (index == null) {
            throw new Fault(LogFault.NOT_YET_PUBLISHED, referenceOrIndex);
        }
        return leaves.byIndex(index).orElseThrow();
    }

    /** A salt and a content, as the database has them: whether an entry opens with them is open. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Kept(byte[] salt, byte[] content) {}

    /**
     * Those of a stretch of the log, by index; what was erased isn't there.
     *
     * @param from the first index
     * @param count at most 65,536
     */
    public Map<Long, Kept> contents(long from, int count) {
        return leaves.contents(from, count);
    }
}
