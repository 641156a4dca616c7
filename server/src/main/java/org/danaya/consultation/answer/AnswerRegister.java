package org.danaya.consultation.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of observations. For any number of threads. */
public final class AnswerRegister {

    private final MatrixTable matrix;
    private final GivenTable given;
    private final ObservedTable observed;
    private final Fixing fixing;

    AnswerRegister(JdbcClient jdbc) {
        this.matrix = new MatrixTable(jdbc);
        this.given = new GivenTable(jdbc);
        this.observed = new ObservedTable(jdbc);
        this.fixing = new Fixing(jdbc);
    }

    /** Lines of the matrix, a page of them. */
    public List<Entry> list(
            MatrixSearch search, Sight sight, String orderBy, long skipped, int most) {
        return matrix.list(search, sight, orderBy, skipped, most);
    }

    /** How many a search finds. */
    public int count(MatrixSearch search, Sight sight) {
        return matrix.count(search, sight);
    }

    /**
     * A line of the matrix.
     *
     * @throws Fault {@link AnswerFault#UNKNOWN}
     */
    public Entry get(UUID observation, Sight sight) {
        return find(observation, sight).orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
    }

    /** A line of the matrix, if there is one. */
    public Optional<Entry> find(UUID observation, Sight sight) {
        return matrix.find(observation, sight);
    }

    /** The observation of a number on a version, if there is one. */
    public Optional<UUID> byNumber(UUID version, int number) {
        return observed.byNumber(version, number);
    }

    /**
     * The numbers of all on a version that isn't confidential, each with its place among them, from
     * 1: numbers with gaps would tell how many confidential ones which structure has.
     */
    public Map<Integer, Integer> open(UUID version) {
        return observed.open(version);
    }

    /** What an observation is called within its version, if there is one. */
    public Optional<Integer> number(UUID observation) {
        return observed.number(observation);
    }

    /** How many there are of each disposition on a version, by its code. */
    public Map<String, Integer> tally(UUID version) {
        return matrix.tally(version);
    }

    /** The structures that submitted something about a version, by name. */
    public List<Referral.Structure> structures(UUID version) {
        return matrix.structures(version);
    }

    /**
     * The parts that are observed on, by their lasting names, with what they are called; {@link
     * MatrixSearch#WHOLE} where the whole text is.
     */
    public Map<String, String> parts(UUID version) {
        return matrix.parts(version);
    }

    /** The answers to an observation, the first one first; as much of them as of its words. */
    public List<Given> history(Entry entry) {
        List<Given> all = given.of(entry.observation());
        return entry.words().isPresent() ? all : all.stream().map(Given::masked).toList();
    }

    /** Whether the answers to the observations on a version are fixed. */
    public boolean fixed(UUID version) {
        return fixing.isFinal(version);
    }
}
