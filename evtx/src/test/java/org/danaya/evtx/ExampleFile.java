package org.danaya.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes event log files, token by token, from the format's description alone. */
final class ExampleFile {

    /** 2026-01-31T12:34:56.123456Z, as a FILETIME. */
    static final long TIME = 134_143_364_961_234_567L;

    private static final int CHUNK = 65_536;

    private final List<byte[]> chunks = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private ByteBuffer chunk = begin();
    private long records;
    private long firstInChunk = 1;
    private int lastEnd;

    private static ByteBuffer begin() {
        return ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN).position(512);
    }

    /** A value and its type. */
    @SuppressWarnings("ArrayRecordComponent")
    record Value(int type, byte[] bytes) {}

    static Value value(int type, Number... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        for (Number part : parts) {
            switch (part) {
                case Byte b -> bytes.put(b);
                case Short s -> bytes.putShort(s);
                case Integer i -> bytes.putInt(i);
                case Long l -> bytes.putLong(l);
                case Float f -> bytes.putFloat(f);
                case Double d -> bytes.putDouble(d);
                default -> throw new IllegalArgumentException(part.toString());
            }
        }
        byte[] copy = new byte[bytes.position()];
        bytes.flip().get(copy);
        return new Value(type, copy);
    }

    static Value string(String text) {
        return new Value(0x01, text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** What a body writes into the chunk. */
    interface Body {
        void write(ExampleFile file);
    }

    /** Appends a record and tells where it begins in its chunk. */
    int record(Body body) {
        int start = chunk.position();
        chunk.putInt(0x2A2A).putInt(0).putLong(++records).putLong(TIME);
        body.write(this);
        while ((chunk.position() - start + 4) % 8 != 0) {
            chunk.put((byte) 0);
        }
        int size = chunk.position() - start + 4;
        chunk.putInt(size).putInt(start + 4, size);
        return start;
    }

    /** A fragment of one template instance; writes the definition where it is new. */
    ExampleFile instance(int definition, Body template, Value... values) {
        bytes(0x0F, 1, 1, 0, 0x0C, 1).i32(77);
        if (definition > 0) {
            i32(definition);
        } else {
            i32(chunk.position() + 4);
            definition(template);
        }
        i32(values.length);
        for (Value value : values) {
            chunk.putShort((short) value.bytes().length);
            bytes(value.type(), 0);
        }
        for (Value value : values) {
            chunk.put(value.bytes());
        }
        return bytes(0);
    }

    private void definition(Body template) {
        int start = chunk.position();
        i32(0).i32(77).i32(1).i32(2).i32(3).i32(0);
        bytes(0x0F, 1, 1, 0);
        template.write(this);
        bytes(0);
        chunk.putInt(start + 20, chunk.position() - start - 24);
    }

    /** The bytes that a body would write, as a value of type XML. */
    Value xml(Body body) {
        int start = chunk.position();
        body.write(this);
        byte[] written = new byte[chunk.position() - start];
        chunk.get(start, written);
        // Names that were new are where nobody will write them now.
        names.values().removeIf(place -> place >= start);
        chunk.position(start);
        return new Value(0x21, written);
    }

    ExampleFile bytes(int... values) {
        for (int value : values) {
            chunk.put((byte) value);
        }
        return this;
    }

    ExampleFile i32(int value) {
        chunk.putInt(value);
        return this;
    }

    int position() {
        return chunk.position();
    }

    /** Makes a name known, so that what follows refers to it. */
    ExampleFile name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            return i32(known);
        }
        int place = chunk.position() + 4;
        i32(place).i32(0);
        chunk.putShort((short) 0).putShort((short) name.length());
        chunk.put(name.getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
        names.put(name, place);
        return this;
    }

    /** The start of an element of a definition, with attributes as name, literal value. */
    ExampleFile open(String name, String... attributes) {
        bytes(attributes.length > 0 ? 0x41 : 0x01);
        chunk.putShort((short) -1);
        return rest(name, attributes);
    }

    /** The start of an element outside of definitions. */
    ExampleFile bare(String name, String... attributes) {
        return bytes(attributes.length > 0 ? 0x41 : 0x01).rest(name, attributes);
    }

    private ExampleFile rest(String name, String... attributes) {
        i32(0).name(name);
        if (attributes.length > 0) {
            i32(0);
        }
        for (int i = 0; i < attributes.length; i += 2) {
            bytes(0x06).name(attributes[i]);
            if (attributes[i + 1].startsWith("%")) {
                slot(Integer.parseInt(attributes[i + 1].substring(1)));
            } else {
                text(attributes[i + 1]);
            }
        }
        return bytes(0x02);
    }

    ExampleFile end() {
        return bytes(0x04);
    }

    ExampleFile text(String text) {
        return bytes(0x05, 0x01).counted(text);
    }

    ExampleFile counted(String text) {
        chunk.putShort((short) text.length());
        chunk.put(text.getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    ExampleFile slot(int number) {
        return bytes(0x0E, number & 0xFF, number >> 8, 0);
    }

    /** Ends the chunk. */
    ExampleFile chunk() {
        chunks.add(finish());
        chunk = begin();
        names.clear();
        firstInChunk = records + 1;
        return this;
    }

    /** Where the last chunk's records end, within it. */
    int lastEnd() {
        return lastEnd;
    }

    private byte[] finish() {
        int free = chunk.position();
        lastEnd = free;
        chunk.put(0, "ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
        chunk.putLong(8, firstInChunk)
                .putLong(16, records)
                .putLong(24, firstInChunk)
                .putLong(32, records);
        chunk.putInt(40, 128).putInt(48, free);
        chunk.putInt(52, crc(512, free, free));
        chunk.putInt(124, crc(0, 120, 512));
        byte[] all = new byte[CHUNK];
        chunk.get(0, all);
        return all;
    }

    /** Of the bytes before the checksums, and from 128 on. */
    private int crc(int from, int to, int end) {
        byte[] all = new byte[CHUNK];
        chunk.get(0, all);
        CRC32 crc = new CRC32();
        crc.update(all, from, to - from);
        if (to < 128) {
            crc.update(all, 128, end - 128);
        }
        return (int) crc.getValue();
    }

    /** The file, with the chunk that is being written as its last. */
    byte[] bytes() {
        if (chunk.position() > 512) {
            chunk();
        }
        ByteBuffer file =
                ByteBuffer.allocate(4096 + CHUNK * chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
        file.putLong(24, records + 1)
                .putInt(32, 128)
                .putShort(36, (short) 1)
                .putShort(38, (short) 3);
        file.putShort(40, (short) 4096).putShort(42, (short) chunks.size());
        byte[] head = new byte[120];
        file.get(0, head);
        CRC32 crc = new CRC32();
        crc.update(head);
        file.putInt(124, (int) crc.getValue());
        file.position(4096);
        chunks.forEach(file::put);
        byte[] all = new byte[file.capacity()];
        file.get(0, all);
        return all;
    }

    /** Reads a file in memory, each event as a line. */
    static Ledger read(byte[] file, List<String> lines) {
        return EvtxFile.of(file).read(event -> lines.add(event.toString()));
    }
}
