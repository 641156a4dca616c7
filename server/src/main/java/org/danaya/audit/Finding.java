package org.danaya.audit;

/**
 * Something that is wrong with the journal.
 *
 * <p>Each has words under {@code audit.finding.KIND}, whose place is the position.
 */
public sealed interface Finding {

    /** The position that it is about. */
    long position();

    /** What is wrong, for machines: also the last part of the key of its words. */
    String kind();

    /** No entry has this position, though later ones have theirs. */
    record Missing(long position) implements Finding {
        @Override
        public String kind() {
            return "missing";
        }
    }

    /** The chain has this position, and its entry is gone. */
    record Gone(long position) implements Finding {
        @Override
        public String kind() {
            return "gone";
        }
    }

    /** What is written at this position doesn't give its hash. */
    record Altered(long position) implements Finding {
        @Override
        public String kind() {
            return "altered";
        }
    }

    /** The address of this entry isn't the one that was written. */
    record AddressAltered(long position) implements Finding {
        @Override
        public String kind() {
            return "address-altered";
        }
    }

    /** The address of this entry was erased, and no act of erasure covers it. */
    record AddressGone(long position) implements Finding {
        @Override
        public String kind() {
            return "address-gone";
        }
    }

    /** The public log knows another hash for this position. */
    record AnchorDiffers(long position) implements Finding {
        @Override
        public String kind() {
            return "anchor-differs";
        }
    }

    /** The public log knows this position, and the journal ends before it. */
    record CutOff(long position) implements Finding {
        @Override
        public String kind() {
            return "cut-off";
        }
    }

    /** An anchor is remembered for this position, and the public log doesn't have it. */
    record AnchorUnknown(long position) implements Finding {
        @Override
        public String kind() {
            return "anchor-unknown";
        }
    }

    /** A leaf of the public log is an anchor that can't be opened; it came after this position. */
    record AnchorClosed(long position) implements Finding {
        @Override
        public String kind() {
            return "anchor-closed";
        }
    }

    /** The public log was told of this position after it had been told of it or of a later one. */
    record AnchorRepeated(long position) implements Finding {
        @Override
        public String kind() {
            return "anchor-repeated";
        }
    }

    /** Entries are neither in the chain nor waiting for it; {@code position} says how many. */
    record Outside(long position) implements Finding {
        @Override
        public String kind() {
            return "outside";
        }
    }
}
