package org.danaya.backup;

/** Where the parts of a backup go as they're read. Throws a Fault where it can't take them. */
interface PartSink {

    /** Takes nothing: for a reading that only checks. */
    PartSink NOWHERE =
            new PartSink() {
                @Override
                public void begin(String name) {}

                @Override
                public void write(byte[] bytes, int length) {}

                @Override
                public void end() {}
            };

    /** A part begins. */
    void begin(String name);

    /** Bytes of the part that began. */
    void write(byte[] bytes, int length);

    /** The part is over. */
    void end();
}
