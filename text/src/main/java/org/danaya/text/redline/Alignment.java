package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which block of one version is which of another.
 *
 * <p>What keeps its lasting name ({@code wId}) is the same, whatever became of its words. Otherwise
 * blocks of the same words belong together, then blocks that share rare words, their neighbours
 * where they resemble each other, and parts whose own parts went together. What resembles nothing
 * is new, or gone.
 */
final class Alignment {

    /** Blocks that share less of their words than this are not the same. */
    private static final double ALIKE = 0.4;

    /** Between neighbours that belong together less is enough. */
    private static final double ALIKE_BETWEEN = 0.25;

    /** A word that is in more blocks than this leads to none. */
    private static final int COMMON = 40;

    /** A block of less weight than this has too few words to be found elsewhere. */
    private static final double SLIGHT = 8;

    /** So many first words in common speak for a pair. */
    private static final int BEGINNING = 3;

    private static final int NONE = -1;

    private final Side before;
    private final Side after;
    private final double[] rarity;
    private final double[] weightBefore;
    private final double[] weightAfter;

    /** Of each block of the former version its partner in the later one, or -1. */
    final int[] partner;

    /** Of each block of the later version its partner in the former one, or -1. */
    final int[] origin;

    Alignment(Side before, Side after, int words) {
        this.before = before;
        this.after = after;
        this.rarity = Side.rarity(before, after, words);
        this.partner = new int[before.size()];
        this.origin = new int[after.size()];
        Arrays.fill(partner, NONE);
        Arrays.fill(origin, NONE);
        this.weightBefore = before.sorted.stream().mapToDouble(this::weight).toArray();
        this.weightAfter = after.sorted.stream().mapToDouble(this::weight).toArray();
        lastingNames();
        sameWords();
        neighbours();
        rareWords();
        neighbours();
        parts();
        gaps();
        neighbours();
        parts();
    }

    /** How much is said by a block of the former version. */
    double weight(int at) {
        return weightBefore[at];
    }

    private double weight(int[] words) {
        double weight = 0;
        for (int word : words) {
            weight += rarity[word];
        }
        return weight;
    }

    private boolean free(int at, int there) {
        return partner[at] == NONE && origin[there] == NONE && Side.alike(before, at, after, there);
    }

    private void pair(int at, int there) {
        partner[at] = there;
        origin[there] = at;
    }

    /** The share of two blocks' words that both have, rare words weighing more; 0 to 1. */
    private double alike(int at, int there) {
        int[] one = before.sorted.get(at);
        int[] other = after.sorted.get(there);
        double both = 0;
        int left = 0;
        int right = 0;
        while (left < one.length && right < other.length) {
            if (one[left] == other[right]) {
                both += rarity[one[left]];
                left++;
                right++;
            } else if (one[left] < other[right]) {
                left++;
            } else {
                right++;
            }
        }
        double all = weightBefore[at] + weightAfter[there];
        return all == 0 ? 0 : 2 * both / all;
    }

    private void lastingNames() {
        Map<String, Integer> named = new HashMap<>();
        for (int at = 0; at < before.size(); at++) {
            if (before.opens(at) && !before.wId(at).isEmpty()) {
                named.putIfAbsent(before.wId(at), at);
            }
        }
        for (int there = 0; there < after.size(); there++) {
            if (after.opens(there) && !after.wId(there).isEmpty()) {
                Integer at = named.get(after.wId(there));
                if (at != null && partner[at] == NONE) {
                    pair(at, there);
                }
            }
        }
    }

    private void sameWords() {
        Map<List<Integer>, List<Integer>> later = after.byWords();
        before.byWords()
                .forEach(
                        (words, places) -> {
                            List<Integer> others = later.getOrDefault(words, List.of());
                            if (places.size() == 1
                                    && others.size() == 1
                                    && weightBefore[places.getFirst()] >= SLIGHT
                                    && free(places.getFirst(), others.getFirst())) {
                                pair(places.getFirst(), others.getFirst());
                            }
                        });
    }

    private record Candidate(int at, int there, double score) {}

    private void rareWords() {
        Map<Integer, List<Integer>> where = new TreeMap<>();
        for (int there = 0; there < after.size(); there++) {
            if (origin[there] == NONE) {
                for (int word : after.sorted.get(there)) {
                    List<Integer> places = where.computeIfAbsent(word, _ -> new ArrayList<>());
                    if (places.isEmpty() || places.getLast() != there) {
                        places.add(there);
                    }
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        int[] seen = new int[after.size()];
        Arrays.fill(seen, NONE);
        for (int at = 0; at < before.size(); at++) {
            if (partner[at] == NONE && weightBefore[at] >= SLIGHT) {
                for (int word : before.sorted.get(at)) {
                    List<Integer> places = where.getOrDefault(word, List.of());
                    if (places.size() <= COMMON) {
                        for (int there : places) {
                            if (seen[there] != at && free(at, there)) {
                                seen[there] = at;
                                candidate(at, there, candidates);
                            }
                        }
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        for (Candidate candidate : candidates) {
            if (free(candidate.at(), candidate.there())) {
                pair(candidate.at(), candidate.there());
            }
        }
    }

    private void candidate(int at, int there, List<Candidate> candidates) {
        double alike = alike(at, there);
        if (alike >= ALIKE) {
            candidates.add(new Candidate(at, there, alike + context(at, there)));
        }
    }

    /** What speaks for a pair beside its words. */
    private double context(int at, int there) {
        double context = 0;
        if (at > 0 && there > 0 && partner[at - 1] == there - 1) {
            context += 0.1;
        }
        if (at + 1 < before.size() && there + 1 < after.size() && partner[at + 1] == there + 1) {
            context += 0.1;
        }
        int parent = before.around[at];
        if (parent >= 0 && partner[parent] >= 0 && partner[parent] == after.around[there]) {
            context += 0.1;
        }
        if (before.tag(at).equals(after.tag(there))
                && before.number(at).equals(after.number(there))) {
            context += 0.05;
        }
        // Of two halves of one it is the first that goes on.
        if (sameBeginning(before.words.get(at), after.words.get(there))) {
            context += 0.1;
        }
        double apart = (double) at / before.size() - (double) there / after.size();
        return context - 0.02 * Math.abs(apart);
    }

    private static boolean sameBeginning(int[] one, int[] other) {
        return one.length >= BEGINNING
                && other.length >= BEGINNING
                && Arrays.equals(one, 0, BEGINNING, other, 0, BEGINNING);
    }

    /** From each pair upwards and downwards, as long as neighbours resemble each other. */
    private void neighbours() {
        for (int at = 0; at < before.size(); at++) {
            if (partner[at] != NONE) {
                follow(at, partner[at], 1);
            }
        }
        for (int at = before.size() - 1; at >= 0; at--) {
            if (partner[at] != NONE) {
                follow(at, partner[at], -1);
            }
        }
    }

    private void follow(int from, int to, int step) {
        int at = from + step;
        int there = to + step;
        while (at >= 0
                && there >= 0
                && at < before.size()
                && there < after.size()
                && free(at, there)
                && neighbours(at, there)) {
            pair(at, there);
            at += step;
            there += step;
        }
    }

    private boolean neighbours(int at, int there) {
        if (!before.tag(at).equals(after.tag(there))) {
            return alike(at, there) >= ALIKE;
        }
        if (before.sorted.get(at).length == 0 || after.sorted.get(there).length == 0) {
            return before.sorted.get(at).length == after.sorted.get(there).length
                    && followedByOne(at, there);
        }
        return alike(at, there) >= ALIKE_BETWEEN;
    }

    /** A number alone says nothing: what follows it must be the same, or follow nothing. */
    private boolean followedByOne(int at, int there) {
        boolean end = at + 1 == before.size() || before.opens(at + 1);
        boolean otherEnd = there + 1 == after.size() || after.opens(there + 1);
        return (end || otherEnd) ? end == otherEnd : partner[at + 1] == there + 1;
    }

    /** A part is the one to which most of what was said in it went. */
    private void parts() {
        Map<Integer, Map<Integer, Double>> votes = new TreeMap<>();
        for (int at = 0; at < before.size(); at++) {
            if (partner[at] != NONE) {
                vote(votes, at, partner[at]);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        votes.forEach(
                (part, others) ->
                        others.forEach(
                                (other, weight) ->
                                        candidates.add(new Candidate(part, other, weight))));
        candidates.sort(
                Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparingInt(Candidate::at));
        for (Candidate candidate : candidates) {
            if (free(candidate.at(), candidate.there())
                    && before.tag(candidate.at()).equals(after.tag(candidate.there()))) {
                pair(candidate.at(), candidate.there());
            }
        }
    }

    /** A pair speaks for the parts around it, the nearer the more. */
    private void vote(Map<Integer, Map<Integer, Double>> votes, int at, int there) {
        int part = before.opener[at] == at ? before.around[at] : before.opener[at];
        int other = after.opener[there] == there ? after.around[there] : after.opener[there];
        double weight = 1 + weightBefore[at];
        while (part >= 0 && other >= 0) {
            if (partner[part] == NONE && origin[other] == NONE) {
                votes.computeIfAbsent(part, _ -> new TreeMap<>()).merge(other, weight, Double::sum);
            }
            part = before.around[part];
            other = after.around[other];
            weight /= 2;
        }
    }

    /** Between two pairs that follow one another in both versions, the best that order allows. */
    private void gaps() {
        int[] chain = chain();
        int at = 0;
        int there = 0;
        for (int link = 0; link <= chain.length; link++) {
            int end = link == chain.length ? before.size() : chain[link];
            int last = link == chain.length ? after.size() : partner[chain[link]];
            if (end > at && last > there) {
                Gap.pairs(at, end, there, last, this::inGap)
                        .forEach(pair -> pair(pair[0], pair[1]));
            }
            at = end + 1;
            there = last + 1;
        }
    }

    private double inGap(int at, int there) {
        if (!free(at, there)) {
            return 0;
        }
        double alike = alike(at, there);
        boolean sameTag = before.tag(at).equals(after.tag(there));
        if (sameTag && before.sorted.get(at).length == 0 && after.sorted.get(there).length == 0) {
            return followedByOne(at, there) ? 0.3 : 0;
        }
        if (alike < ALIKE_BETWEEN) {
            return 0;
        }
        return alike
                + (sameTag ? 0.05 : 0)
                + (before.number(at).equals(after.number(there)) ? 0.05 : 0);
    }

    /** The blocks of the former version that stayed in order, the heaviest chain of them. */
    int[] chain() {
        List<Integer> paired = new ArrayList<>();
        for (int at = 0; at < before.size(); at++) {
            if (partner[at] != NONE) {
                paired.add(at);
            }
        }
        int[] values = paired.stream().mapToInt(at -> partner[at]).toArray();
        double[] weights = paired.stream().mapToDouble(at -> 1 + weightBefore[at]).toArray();
        return Arrays.stream(Rising.heaviest(values, weights)).map(paired::get).toArray();
    }
}
