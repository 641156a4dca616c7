package org.danaya.consultation.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.text.flow.Place;
import org.danaya.text.redline.Hunk;

/**
 * The changes of a version, with what explains each.
 *
 * @param changes in the order of the text
 * @param lost what explained changes that aren't there any more, and that resemble none
 */
public record Explanation(List<Explained> changes, List<Cause> lost) {

    /** A change that shares so many of the fewer words with another may be the same. */
    private static final double SHARED = 0.3;

    private static final int LONGEST = 2_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Keeps copies. */
    public Explanation {
        changes = List.copyOf(changes);
        lost = List.copyOf(lost);
    }

    /**
     * A change.
     *
     * @param causes those that hold
     * @param refused those that don't: the observation was answered otherwise since
     * @param doubtful those of a change that was like it, to be confirmed
     */
    public record Explained(
            Hunk hunk, List<Cause> causes, List<Cause> refused, List<Cause> doubtful) {

        /** Keeps copies. */
        public Explained {
            causes = List.copyOf(causes);
            refused = List.copyOf(refused);
            doubtful = List.copyOf(doubtful);
        }

        /** Whether nothing explains it. */
        public boolean gap() {
            return causes.isEmpty();
        }
    }

    /**
     * Puts together what changed and what was said of it.
     *
     * @param holds whether a cause still is one
     */
    static Explanation of(List<Hunk> hunks, List<Cause> causes, Predicate<Cause> holds) {
        Set<String> there = hunks.stream().map(Hunk::id).collect(Collectors.toSet());
        Map<String, List<Cause>> said =
                causes.stream().collect(Collectors.groupingBy(each -> each.change().hunk()));
        Map<String, List<Cause>> doubtful = new HashMap<>();
        List<Cause> lost = new ArrayList<>();
        for (Cause cause : causes) {
            if (there.contains(cause.change().hunk())) {
                continue;
            }
            Optional<Hunk> like = like(cause.change(), hunks);
            if (like.isPresent()) {
                doubtful.computeIfAbsent(like.get().id(), _ -> new ArrayList<>()).add(cause);
            } else {
                lost.add(cause);
            }
        }
        List<Explained> changes = new ArrayList<>();
        for (Hunk hunk : hunks) {
            Map<Boolean, List<Cause>> parted =
                    said.getOrDefault(hunk.id(), List.of()).stream()
                            .collect(Collectors.partitioningBy(holds));
            changes.add(
                    new Explained(
                            hunk,
                            parted.getOrDefault(true, List.of()),
                            parted.getOrDefault(false, List.of()),
                            doubtful.getOrDefault(hunk.id(), List.of())));
        }
        return new Explanation(changes, lost);
    }

    /** The change of the same part that shares most words with one that is gone. */
    private static Optional<Hunk> like(Cause.Changed gone, List<Hunk> hunks) {
        Set<String> words = words(gone.former() + " " + gone.later());
        Hunk best = null;
        double most = SHARED;
        for (Hunk hunk : hunks) {
            if (!part(hunk.place()).equals(gone.part())) {
                continue;
            }
            Set<String> others = words(cut(hunk.former()) + " " + cut(hunk.later()));
            Set<String> both = new HashSet<>(words);
            both.retainAll(others);
            int fewer = Math.min(words.size(), others.size());
            double shared = fewer == 0 ? 0 : (double) both.size() / fewer;
            if (shared >= most && (best == null || shared > most)) {
                best = hunk;
                most = shared;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(each -> each.group())
                .collect(Collectors.toSet());
    }

    /** A change as it is kept with what explains it. */
    static Cause.Changed changed(Hunk hunk) {
        return new Cause.Changed(
                hunk.id(), kind(hunk), part(hunk.place()), cut(hunk.former()), cut(hunk.later()));
    }

    /** The stable code of what changed; words under {@code answer.hunk.CODE}. */
    public static String kind(Hunk hunk) {
        return hunk.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The lasting name of a part. */
    public static String part(Place place) {
        return place.wId().isEmpty() ? place.eId() : place.wId();
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
