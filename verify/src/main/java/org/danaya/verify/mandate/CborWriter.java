package org.danaya.verify.mandate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes CBOR in its deterministic encoding (RFC 8949 §4.2.1). */
final class CborWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    static byte[] write(Cbor value) {
        CborWriter writer = new CborWriter();
        writer.value(value);
        return writer.out.toByteArray();
    }

    private void value(Cbor value) {
        switch (value) {
            case Cbor.Int(long number) -> {
                if (number >= 0) {
                    head(0, number);
                } else {
                    head(1, -1 - number);
                }
            }
            case Cbor.Bytes bytes -> string(2, bytes.value());
            case Cbor.Text(String text) -> string(3, text.getBytes(StandardCharsets.UTF_8));
            case Cbor.Array(List<Cbor> items) -> {
                head(4, items.size());
                items.forEach(this::value);
            }
            case Cbor.Dictionary(List<Cbor.Entry> entries) -> map(entries);
            case Cbor.Tag(long number, Cbor inner) -> {
                head(6, number);
                value(inner);
            }
            case Cbor.Simple(int kind, long bits) -> simple(kind, bits);
        }
    }

    private void map(List<Cbor.Entry> entries) {
        head(5, entries.size());
        entries.stream()
                .map(entry -> new byte[][] {write(entry.key()), write(entry.value())})
                .sorted((one, other) -> Arrays.compareUnsigned(one[0], other[0]))
                .forEach(
                        pair -> {
                            out.writeBytes(pair[0]);
                            out.writeBytes(pair[1]);
                        });
    }

    private void string(int major, byte[] bytes) {
        head(major, bytes.length);
        out.writeBytes(bytes);
    }

    private void simple(int kind, long bits) {
        out.write(7 << 5 | kind);
        if (kind >= 24) {
            bigEndian(bits, 1 << (kind - 24));
        }
    }

    private void head(int major, long argument) {
        if (argument < 24) {
            out.write(major << 5 | (int) argument);
            return;
        }
        int log = argument < 1 << 8 ? 0 : argument < 1 << 16 ? 1 : argument < 1L << 32 ? 2 : 3;
        out.write(major << 5 | 24 + log);
        bigEndian(argument, 1 << log);
    }

    private void bigEndian(long value, int size) {
        for (int i = size - 1; i >= 0; i--) {
            out.write((int) (value >>> (8 * i)));
        }
    }
}
