package org.danaya.page.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.RequestPath;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the route of an address that has a part of its own: only those routes are asked whose
 * addresses begin as it does, of the hundreds that there are. An address that is written in a way
 * that could mean another one is compared with all.
 */
final class RoutesByBeginning extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo route, HttpServletRequest request) {
        return isPossible(route, request) ? super.getMatchingMapping(route, request) : null;
    }

    private boolean isPossible(RequestMappingInfo route, HttpServletRequest request) {
        RequestPath parsed = ServletRequestPathUtils.getParsedRequestPath(request);
        String path = parsed.pathWithinApplication().value();
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return true;
        }
        for (String beginning : beginnings.computeIfAbsent(route, RoutesByBeginning::beginnings)) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** What stands before the first part of an address that isn't always the same. */
    private static List<String> beginnings(RequestMappingInfo route) {
        PathPatternsRequestCondition patterns = route.getPathPatternsCondition();
        if (patterns == null) {
            return List.of("");
        }
        return patterns.getPatternValues().stream().map(RoutesByBeginning::beginning).toList();
    }

    private static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        // "/files/**" also means "/files".
        return end < pattern.length() && end > 0 && pattern.charAt(end - 1) == '/'
                ? pattern.substring(0, end - 1)
                : pattern.substring(0, end);
    }
}
