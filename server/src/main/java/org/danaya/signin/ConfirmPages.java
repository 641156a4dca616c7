package org.danaya.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Page;
import org.danaya.page.PageFault;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.SigninViews.Kept;
import org.danaya.signin.SigninViews.Waiting;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Where a request waits for a passkey. A form is shown back to the browser as hidden fields and
 * sent again with the assertion; a page is gone to once the assertion is there.
 */
@Controller
class ConfirmPages {

    private static final String PASSED = "/confirm/passed";
    private static final int MOST_FIELDS = 200;

    private final FreshAssertions assertions;

    ConfirmPages(FreshAssertions assertions) {
        this.assertions = assertions;
    }

    /** Only ever forwarded to. */
    @SignedIn
    @RequestMapping(
            path = Denials.CONFIRM,
            method = {RequestMethod.GET, RequestMethod.POST})
    Answer confirm(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            return Redirect.to("/account");
        }
        String path = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String full = query == null ? path : path + "?" + query;
        if (wantsJson(request)) {
            throw new Fault(PageFault.FORBIDDEN);
        }
        boolean again = request.getAttribute(Freshness.FAILED) != null;
        if ("GET".equals(request.getMethod())) {
            return page(
                    new Waiting(PASSED, PASSED, List.of(new Kept("_next", full)), again, false));
        }
        if (isUpload(request)) {
            return page(
                    new Waiting(
                            PASSED, PASSED, List.of(new Kept("_next", "/console")), again, true));
        }
        return page(new Waiting(full, path, kept(request), again, false));
    }

    @SignedIn
    @PostMapping(path = "/confirm/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(Submission sent) {
        SignedInPerson self = SessionContexts.current().orElseThrow();
        return assertions.ask(
                self.account(), Freshness.content(self, "POST", EnrolPages.one(sent, "_for")));
    }

    @SignedIn(freshly = true)
    @PostMapping(PASSED)
    Answer passed(Submission sent) {
        return Redirect.to(SignInPages.within(EnrolPages.one(sent, "_next")));
    }

    private static Page page(Waiting waiting) {
        return Page.of("signin/confirm", waiting).status(waiting.again() ? 422 : 200);
    }

    private static List<Kept> kept(HttpServletRequest request) {
        List<Kept> kept = new ArrayList<>();
        Set<String> ours = Set.of(Freshness.CHALLENGE, Freshness.CREDENTIAL, "_csrf", "_for");
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!ours.contains(field.getKey())) {
                for (String value : field.getValue()) {
                    kept.add(new Kept(field.getKey(), value));
                }
            }
        }
        if (kept.size() > MOST_FIELDS) {
            throw new Fault(PageFault.TOO_LARGE);
        }
        return List.copyOf(kept);
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }
}
