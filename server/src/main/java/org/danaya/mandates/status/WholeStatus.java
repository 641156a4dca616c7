package org.danaya.mandates.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.mandates.WholeRegister;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.Standing;
import org.danaya.verify.mandate.StatusList;
import org.danaya.verify.mandate.StatusList.Status;

/**
 * How all mandates of the register stand.
 *
 * @param at when it was looked at
 * @param lists by their number
 */
record WholeStatus(Instant at, List<Part> lists) {

    /**
     * One list.
     *
     * @param reduced what is left to those that lost powers, by index
     */
    record Part(StatusList list, Map<Long, Powers> reduced) {}

    /** Looks at the register. */
    static WholeStatus of(WholeRegister register) {
        Making making = new Making();
        Instant at = register.read(making::take);
        return new WholeStatus(at, making.parts());
    }

    /**
     * Sets one entry after the other. What isn't in the register, such as a number whose draft was
     * never committed, and what nobody signed are told as suspended: nothing vouches for them, and
     * "revoked", which is for ever, may turn out to be wrong.
     */
    private static final class Making {

        private final List<byte[]> statuses = new ArrayList<>();
        private final List<Map<Long, Powers>> reduced = new ArrayList<>();
        private long last = -1;

        void take(WholeRegister.Line line, LocalDate day) {
            long index = line.number() - 1;
            int list = (int) (index >>> StatusList.INDEX_BITS);
            while (statuses.size() <= list) {
                byte[] none = new byte[StatusList.MAX_ENTRIES];
                Arrays.fill(none, (byte) Status.SUSPENDED.value());
                statuses.add(none);
                reduced.add(new HashMap<>());
            }
            last = Math.max(last, index);
            Status status =
                    switch (Standings.of(line, day)) {
                        case Standing.InForce _ -> Status.VALID;
                        case Standing.Revoked _ -> Status.REVOKED;
                        case Standing.Suspended _, Standing.Absent _ -> Status.SUSPENDED;
                        case Standing.Reduced(Powers left) -> {
                            reduced.get(list).put(index, left);
                            yield Status.REDUCED;
                        }
                    };
            statuses.get(list)[(int) index & (StatusList.MAX_ENTRIES - 1)] = (byte) status.value();
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            for (int list = 0; list < statuses.size(); list++) {
                long first = (long) list << StatusList.INDEX_BITS;
                int entries = (int) Math.min(StatusList.MAX_ENTRIES, last - first + 1);
                StatusList.Builder builder = new StatusList.Builder(entries);
                // The list is filled up to a multiple of four.
                for (int entry = 0; entry < (entries + 3) / 4 * 4; entry++) {
                    builder.set(entry, Status.of(statuses.get(list)[entry]));
                }
                parts.add(new Part(builder.build(), reduced.get(list)));
            }
            return parts;
        }
    }
}
