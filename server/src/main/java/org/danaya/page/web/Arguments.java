package org.danaya.page.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Gives a controller method the {@link Submission} or the {@link Query} that it asks for. */
@Component
public class Arguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Submission.class || type == Query.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == Query.class
                ? query(request)
                : submission(request, web.getNativeRequest(MultipartRequest.class));
    }

    /** The address of a request, as its page shows it. */
    public static Query query(HttpServletRequest request) {
        boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Query.of(
                        first instanceof String path ? path : request.getRequestURI(),
                        read ? request.getQueryString() : null)
                .without(LanguageChoice.PARAMETER);
    }

    private static Submission submission(
            HttpServletRequest request, @Nullable MultipartRequest parts) throws IOException {
        Map<String, List<String>> texts = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> texts.put(name, List.of(values)));
        Map<String, Upload> files = new HashMap<>();
        if (parts != null) {
            for (Map.Entry<String, MultipartFile> part : parts.getFileMap().entrySet()) {
                String name = Objects.requireNonNullElse(part.getValue().getOriginalFilename(), "");
                files.put(part.getKey(), new Upload(name, part.getValue().getBytes()));
            }
        }
        return new Submission(Map.copyOf(texts), Map.copyOf(files));
    }
}
