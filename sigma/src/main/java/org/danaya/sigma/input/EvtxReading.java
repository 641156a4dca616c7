package org.danaya.sigma.input;

import java.util.EnumMap;
import java.util.Map;
import org.danaya.evtx.Event;
import org.danaya.evtx.EvtxReader;
import org.danaya.evtx.Ledger;
import org.danaya.evtx.Utf8;
import org.danaya.sigma.search.Words;

/** Reads chunks of an event log file as JSON. For one thread at a time. */
final class EvtxReading {

    private static final byte[] PADDING = new byte[Words.PADDING];

    private final EvtxReader reader;
    private final int largest;
    private final Utf8 json = new Utf8();

    EvtxReading(EvtxReader reader, int largest) {
        this.reader = reader;
        this.largest = largest;
    }

    /** Gives out a chunk's events, and tells of the records between that can't be read. */
    void read(int chunk, EventSink sink) {
        Ledger ledger = new Ledger();
        Map<org.danaya.evtx.Cause, Long> told = new EnumMap<>(org.danaya.evtx.Cause.class);
        reader.read(
                chunk,
                0,
                event -> {
                    tell(ledger, told, sink);
                    give(event, sink);
                },
                ledger);
        tell(ledger, told, sink);
        ledger.chunkCauses().keySet().forEach(cause -> sink.setAside(Cause.of(cause)));
    }

    private void give(Event event, EventSink sink) {
        json.clear();
        event.json(json);
        int length = json.length();
        if (length > largest) {
            sink.setAside(Cause.TOO_LARGE);
            return;
        }
        json.put(PADDING, 0, PADDING.length);
        sink.event(json.bytes(), 0, length);
    }

    /** Tells what was set aside since this was last asked. */
    private static void tell(Ledger ledger, Map<org.danaya.evtx.Cause, Long> told, EventSink sink) {
        if (ledger.recordsSetAside() == 0) {
            return;
        }
        new EnumMap<>(ledger.recordCauses())
                .forEach(
                        (cause, count) -> {
                            for (long i = told.getOrDefault(cause, 0L); i < count; i++) {
                                sink.setAside(Cause.of(cause));
                            }
                            told.put(cause, count);
                        });
    }
}
