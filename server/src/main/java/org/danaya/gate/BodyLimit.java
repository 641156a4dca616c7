package org.danaya.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.page.PageFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body past the limit: at once where its length is told, and on the way where not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class BodyLimit extends OncePerRequestFilter {

    private final long most;
    private final Errors errors;

    BodyLimit(Settings settings, Errors errors) {
        this.most = settings.get(GateSettings.BODY);
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            response.setHeader("Connection", "close");
            errors.tell(new Fault(PageFault.TOO_LARGE), request, response);
        } else if (request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Counted(request, most), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;
        private @Nullable CountedStream stream;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            CountedStream opened = stream;
            if (opened == null) {
                opened = new CountedStream(super.getInputStream(), most);
                stream = opened;
            }
            return opened;
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream in;
        private long left;

        CountedStream(ServletInputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Fault(PageFault.TOO_LARGE);
            }
        }
    }
}
