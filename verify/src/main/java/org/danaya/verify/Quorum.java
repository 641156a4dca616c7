package org.danaya.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which sets of witnesses are enough (C2SP tlog-policy, "Defining the quorum"). */
public sealed interface Quorum {

    /** {@code quorum none}: no cosignature is needed. */
    record None() implements Quorum {

        @Override
        public int most() {
            return 0;
        }

        @Override
        public int least() {
            return 0;
        }
    }

    /** One witness, which must have cosigned. */
    record One(Policy.Witness witness) implements Quorum {

        @Override
        public int most() {
            return 1;
        }

        @Override
        public int least() {
            return 1;
        }
    }

    /**
     * At least so many of these.
     *
     * @param threshold 1 to the number of members
     */
    record Group(String name, int threshold, List<Quorum> members) implements Quorum {

        public Group {
            members = List.copyOf(members);
            if (threshold < 1 || threshold > members.size()) {
                throw new IllegalArgumentException("A threshold of " + threshold);
            }
        }

        @Override
        public int most() {
            return members.stream().mapToInt(Quorum::most).sum();
        }

        @Override
        public int least() {
            return members.stream().mapToInt(Quorum::least).sorted().limit(threshold).sum();
        }
    }

    /** How many witnesses count at all: the m of n-of-m. */
    int most();

    /** The fewest witnesses that can be enough: the n of n-of-m. */
    int least();

    private static boolean reached(Quorum quorum, Set<Policy.Witness> signed) {
        return switch (quorum) {
            case None none -> true;
            case One(Policy.Witness witness) -> signed.contains(witness);
            case Group(String name, int threshold, List<Quorum> members) ->
                    members.stream().filter(member -> reached(member, signed)).count() >= threshold;
        };
    }

    /** Counts. Witnesses that could not be checked count for nothing. */
    default Tally tally(
            List<Policy.Witness> all, Set<Policy.Witness> signed, Set<Policy.Witness> unchecked) {
        List<Policy.Witness> yes = all.stream().filter(signed::contains).toList();
        List<Policy.Witness> no = all.stream().filter(w -> !signed.contains(w)).toList();
        if (reached(this, signed)) {
            return new Tally.Reached(yes, no);
        }
        Set<Policy.Witness> hoped = new HashSet<>(signed);
        hoped.addAll(unchecked);
        return reached(this, hoped) ? new Tally.Undecided(yes, no) : new Tally.NotReached(yes, no);
    }

    /** How a count of witnesses ended. */
    sealed interface Tally {

        /** In the policy's order. */
        List<Policy.Witness> signed();

        /** In the policy's order. */
        List<Policy.Witness> missing();

        record Reached(List<Policy.Witness> signed, List<Policy.Witness> missing)
                implements Tally {}

        record NotReached(List<Policy.Witness> signed, List<Policy.Witness> missing)
                implements Tally {}

        /** It depends on cosignatures whose algorithm this Java lacks. */
        record Undecided(List<Policy.Witness> signed, List<Policy.Witness> missing)
                implements Tally {}
    }
}
