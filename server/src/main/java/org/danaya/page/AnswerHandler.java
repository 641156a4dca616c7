package org.danaya.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Turns what a controller method answers into an HTTP response. */
@Component
class AnswerHandler implements HandlerMethodReturnValueHandler {

    private final Views views;
    private final Pages pages;

    AnswerHandler(Views views, Pages pages) {
        this.views = views;
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response =
                Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch ((Answer) Objects.requireNonNull(answer)) {
            case Page page -> pages.write(page, views.of(request), response);
            case Redirect redirect -> redirect(redirect, request, response);
            case Download download -> download(download, views.of(request), response);
        }
    }

    private static void redirect(
            Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (!redirect.notices().isEmpty()) {
            RequestContextUtils.getOutputFlashMap(request)
                    .put(Views.NOTICES, List.copyOf(redirect.notices()));
            RequestContextUtils.saveOutputFlashMap(redirect.path(), request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, redirect.path());
    }

    private static void download(Download download, View view, HttpServletResponse response)
            throws IOException {
        response.setContentType(download.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(download.filename()).build().toString());
        download.body().write(view, response.getOutputStream());
    }
}
