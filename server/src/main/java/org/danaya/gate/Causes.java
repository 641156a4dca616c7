package org.danaya.gate;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.danaya.base.Fault;
import org.danaya.page.PageFault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Finds the fault behind whatever was thrown, or behind a status. */
final class Causes {

    private Causes() {}

    /** The fault behind something thrown; a defect where nothing better is known. */
    static Fault of(Throwable thrown) {
        // Whoever reads a body wraps what the reading says into an exception of its own.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault;
            }
            if (cause instanceof SocketTimeoutException) {
                return new Fault(thrown, PageFault.TOO_SLOW);
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Fault fault = known(cause);
            if (fault != null) {
                return fault;
            }
        }
        return new Fault(thrown, PageFault.DEFECT);
    }

    /** The fault behind a status that something else decided. */
    static Fault of(int status) {
        return new Fault(
                switch (status) {
                    case 401 -> PageFault.SIGN_IN_NEEDED;
                    case 403 -> PageFault.FORBIDDEN;
                    case 404 -> PageFault.UNKNOWN;
                    case 405 -> PageFault.WRONG_METHOD;
                    case 406 -> PageFault.NOT_ACCEPTABLE;
                    case 408 -> PageFault.TOO_SLOW;
                    case 413 -> PageFault.TOO_LARGE;
                    case 414 -> PageFault.ADDRESS_TOO_LONG;
                    case 415 -> PageFault.WRONG_TYPE;
                    case 429 -> PageFault.TOO_MANY;
                    case 431 -> PageFault.HEADERS_TOO_LARGE;
                    case 503 -> PageFault.UNAVAILABLE;
                    default -> status < 500 ? PageFault.MALFORMED : PageFault.DEFECT;
                });
    }

    private static @Nullable Fault known(Throwable cause) {
        return switch (cause) {
            case MaxUploadSizeExceededException _ -> new Fault(cause, PageFault.TOO_LARGE);
            case MultipartException _ -> tomcat(cause, PageFault.MALFORMED);
            case HttpMessageNotReadableException _ -> tomcat(cause, PageFault.MALFORMED);
            case RequestRejectedException _ -> new Fault(cause, PageFault.MALFORMED);
            case CsrfException _ -> new Fault(cause, PageFault.FORM_EXPIRED);
            case AccessDeniedException _ -> new Fault(cause, PageFault.FORBIDDEN);
            case AuthenticationException _ -> new Fault(cause, PageFault.SIGN_IN_NEEDED);
            case DataAccessResourceFailureException _ -> new Fault(cause, PageFault.UNAVAILABLE);
            case CannotCreateTransactionException _ -> new Fault(cause, PageFault.UNAVAILABLE);
            case SQLException sql when disconnected(sql) -> new Fault(cause, PageFault.UNAVAILABLE);
            case ErrorResponse answer -> of(answer.getStatusCode().value());
            default -> tomcatOrNull(cause);
        };
    }

    private static Fault tomcat(Throwable thrown, PageFault otherwise) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            Fault fault = tomcatOrNull(cause);
            if (fault != null) {
                return fault;
            }
        }
        return new Fault(thrown, otherwise);
    }

    /** What the server itself says of a request that passes its limits or breaks HTTP. */
    private static @Nullable Fault tomcatOrNull(Throwable cause) {
        return switch (cause) {
            case org.apache.tomcat.util.http.InvalidParameterException wrong ->
                    of(wrong.getErrorCode());
            case org.apache.tomcat.util.http.fileupload.impl.SizeException _ ->
                    new Fault(cause, PageFault.TOO_LARGE);
            case org.apache.catalina.connector.ClientAbortException _ ->
                    of(HttpStatus.BAD_REQUEST.value());
            default -> null;
        };
    }

    /** Class 08 of SQLSTATE is about the connection, class 53 about resources that are lacking. */
    private static boolean disconnected(SQLException sql) {
        String state = sql.getSQLState();
        return state != null
                && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
