package org.danaya.verify.mandate;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of powers.
 *
 * @param bits bit n is the n-th of {@link Power}
 */
public record Powers(int bits) {

    /** No power at all. */
    public static final Powers NONE = new Powers(0);

    /** Every power. */
    public static final Powers ALL = new Powers((1 << Power.values().length) - 1);

    /**
     * The powers of these bits.
     *
     * @throws IllegalArgumentException where a bit has no power
     */
    public Powers {
        if (bits < 0 || bits >= 1 << Power.values().length) {
            throw new IllegalArgumentException("Bits without a power: " + bits);
        }
    }

    public static Powers of(Power... powers) {
        return of(List.of(powers));
    }

    public static Powers of(Collection<Power> powers) {
        return new Powers(powers.stream().mapToInt(Power::bit).reduce(0, (a, b) -> a | b));
    }

    public boolean has(Power power) {
        return (bits & power.bit()) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** Whether every power of the other is here. */
    public boolean covers(Powers other) {
        return (other.bits & ~bits) == 0;
    }

    /** The powers that both have. */
    public Powers and(Powers other) {
        return new Powers(bits & other.bits);
    }

    /** The powers of this that the other has not. */
    public Powers without(Powers other) {
        return new Powers(bits & ~other.bits);
    }

    /** The powers in the order of their bits. */
    public Set<Power> toSet() {
        EnumSet<Power> set = EnumSet.noneOf(Power.class);
        Stream.of(Power.values()).filter(this::has).forEach(set::add);
        return set;
    }

    @Override
    public String toString() {
        return toSet().stream().map(Power::code).collect(Collectors.joining(" "));
    }
}
