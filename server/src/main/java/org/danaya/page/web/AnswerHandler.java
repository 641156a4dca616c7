package org.danaya.page.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Page;
import org.danaya.page.Pages;
import org.danaya.page.Redirect;
import org.danaya.page.View;
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
public class AnswerHandler implements HandlerMethodReturnValueHandler {

    /** The name under which notices travel to the next page. */
    public static final String NOTICES = "notices";

    private final Pages pages;

    AnswerHandler(Pages pages) {
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
            case Page page -> pages.show(page, request, response);
            case Redirect redirect -> redirect(redirect, request, response);
            case Download download -> download(download, pages.view(request), response);
        }
    }

    private static void redirect(
            Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (!redirect.notices().isEmpty()) {
            RequestContextUtils.getOutputFlashMap(request)
                    .put(NOTICES, List.copyOf(redirect.notices()));
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
