package org.danaya.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Decides on each request by what its route declares. A route of ours that declares nothing is
 * refused; an address with no route behind it passes, and is told that there is nothing.
 */
@Component
final class RouteRights implements AuthorizationManager<RequestAuthorizationContext> {

    /** The name under which a request carries what its route demands. */
    static final String DEMAND = Demand.class.getName();

    /** Refused only because the last passkey assertion is too old. */
    static final class TooOld extends AuthorizationDecision {

        private static final long serialVersionUID = 1L;

        TooOld() {
            super(false);
        }
    }

    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final SingletonSupplier<List<HandlerMapping>> mappings;
    private final Clock clock;
    private final Duration fresh;
    private final Optional<byte[]> metricsToken;

    RouteRights(ObjectProvider<HandlerMapping> mappings, Clock clock, Settings settings) {
        this.mappings = SingletonSupplier.of(() -> mappings.orderedStream().toList());
        this.clock = clock;
        this.fresh = settings.get(SigninSettings.FRESH_LIMIT);
        this.metricsToken =
                settings.find(SigninSettings.METRICS_TOKEN_FILE)
                        .map(file -> SecretFile.read(file).bytes());
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (request.getDispatcherType() == DispatcherType.ERROR
                || request.getDispatcherType() == DispatcherType.FORWARD) {
            return YES;
        }
        Demand demand = demand(request);
        request.setAttribute(DEMAND, demand);
        AuthorizationDecision decision = decide(demand, authentication);
        if (!decision.isGranted()) {
            FoundRoute.forget(request);
        }
        return decision;
    }

    private AuthorizationDecision decide(
            Demand demand, Supplier<? extends @Nullable Authentication> authentication) {
        if (demand instanceof Demand.Nothing) {
            return YES;
        }
        Authentication who = authentication.get();
        return who instanceof BearerDoor.Known program
                ? ofProgram(demand, program.bearer().rights())
                : decide(demand, who instanceof SignedInPerson person ? person : null);
    }

    /** The decision on a demand; null stands for whoever isn't signed in. */
    AuthorizationDecision decide(Demand demand, @Nullable SignedInPerson person) {
        return switch (demand) {
            case Demand.Nothing() -> YES;
            case Demand.Undeclared() -> NO;
            case Demand.Person(boolean freshly, boolean recovering) ->
                    person == null || (person.recovering() && !recovering)
                            ? NO
                            : granted(freshly, person);
            case Demand.OfRight(Right right, boolean freshly) ->
                    person == null || !person.rights().hold(right) ? NO : granted(freshly, person);
        };
    }

    /** The decision on a demand of a program, which no passkey can confirm anything for. */
    AuthorizationDecision ofProgram(Demand demand, Rights program) {
        return switch (demand) {
            case Demand.Nothing() -> YES;
            case Demand.Undeclared(), Demand.Person _ -> NO;
            case Demand.OfRight(Right right, boolean freshly) ->
                    !freshly && right.fitsPrograms() && program.hold(right) ? YES : NO;
        };
    }

    /** Everything that leads from an address to a route, the first to be asked first. */
    List<HandlerMapping> mappings() {
        return mappings.obtain();
    }

    private AuthorizationDecision granted(boolean freshly, SignedInPerson person) {
        return !freshly || person.assertedSince(clock.instant().minus(fresh)) ? YES : new TooOld();
    }

    private Demand demand(HttpServletRequest request) {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            for (HandlerMapping mapping : mappings()) {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null) {
                    FoundRoute.keep(chain, request);
                    return demand(chain.getHandler(), request);
                }
            }
            return new Demand.Nothing();
        } catch (HttpRequestMethodNotSupportedException
                | HttpMediaTypeException
                | ServletRequestBindingException e) {
            // There is a route for the address, none for the request: MVC finds the same and says
            // so.
            return new Demand.Nothing();
        } catch (Exception e) {
            throw new IllegalStateException("The route of a request can't be found", e);
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private Demand demand(Object handler, HttpServletRequest request) {
        if (handler instanceof HandlerMethod method) {
            if (method.getBeanType().getName().startsWith("org.danaya.")) {
                return Demand.of(method);
            }
            if (method.getBeanType().getName().startsWith("org.springframework.boot.actuate")
                    || method.getBeanType()
                            .getName()
                            .startsWith("org.springframework.boot.webmvc.actuate")) {
                return ofActuator(request);
            }
            return new Demand.Undeclared();
        }
        return handler instanceof ResourceHttpRequestHandler
                ? new Demand.Nothing()
                : new Demand.Undeclared();
    }

    /** Health is everybody's; figures are for this machine alone, with the token or a right. */
    private Demand ofActuator(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals("/health") || path.startsWith("/health/")) {
            return new Demand.Nothing();
        }
        if (!local(request.getRemoteAddr()) || request.getHeader("X-Forwarded-For") != null) {
            return new Demand.Undeclared();
        }
        return carriesToken(request)
                ? new Demand.Nothing()
                : new Demand.OfRight(Right.READ_HEALTH, false);
    }

    private boolean carriesToken(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null
                && given.startsWith("Bearer ")
                && metricsToken
                        .filter(
                                token ->
                                        MessageDigest.isEqual(
                                                token,
                                                given.substring(7)
                                                        .getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    private static boolean local(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
