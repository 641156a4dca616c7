package org.danaya.gate;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.danaya.base.Fault;
import org.danaya.page.PageFault;

/**
 * Counts every byte of a body where the server takes it from the connection, whoever asks for it: a
 * form, a file, a program's text. A body is refused past the limit, and where it trickles in more
 * slowly than the slowest honest link would bring it.
 */
final class BodyWatch extends ValveBase {

    private final long most;
    private final long graceNanos;
    private final long slowest;

    /**
     * @param most bytes
     * @param grace before the pace counts
     * @param slowest bytes a second, on average since the beginning
     */
    BodyWatch(long most, Duration grace, long slowest) {
        super(true);
        this.most = most;
        this.graceNanos = grace.toNanos();
        this.slowest = slowest;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        InputBuffer direct = wire.getInputBuffer();
        wire.setInputBuffer(new Counted(direct, wire));
        try {
            getNext().invoke(request, response);
        } finally {
            wire.setInputBuffer(direct);
        }
    }

    private final class Counted implements InputBuffer {

        private final InputBuffer direct;
        private final org.apache.coyote.Request wire;
        private final long begun = System.nanoTime();
        private long received;

        Counted(InputBuffer direct, org.apache.coyote.Request wire) {
            this.direct = direct;
            this.wire = wire;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read = direct.doRead(handler);
            received += Math.max(0, read);
            if (received > most) {
                throw new Fault(PageFault.TOO_LARGE);
            }
            long late = System.nanoTime() - begun - graceNanos;
            if (read >= 0 && late > 0 && received < late / 1_000_000_000L * slowest) {
                // Whatever still trickles in is not waited for.
                wire.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new Fault(PageFault.TOO_SLOW);
            }
            return read;
        }

        @Override
        public int available() {
            return direct.available();
        }
    }
}
