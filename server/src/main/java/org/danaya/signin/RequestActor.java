package org.danaya.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds who acts, and what they may do, for the time of a request. */
final class RequestActor extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedInPerson> person =
                request.getRequestURI().startsWith("/assets/")
                        ? Optional.empty()
                        : SessionContexts.current();
        Right right =
                request.getAttribute(RouteRights.DEMAND) instanceof Demand.OfRight(Right r, _)
                        ? r
                        : null;
        Optional<Bearers.Bearer> program = BearerDoor.current();
        String address = request.getRemoteAddr();
        Actor actor =
                program.<Actor>map(each -> new Actor.Key(each.key(), address))
                        .orElseGet(() -> actor(person, right, address));
        Rights rights =
                program.map(Bearers.Bearer::rights)
                        .or(() -> person.map(SignedInPerson::rights))
                        .orElse(Rights.NONE);
        try {
            ScopedValue.where(Actor.CURRENT, actor)
                    .where(Rights.CURRENT, rights)
                    .call(
                            () -> {
                                chain.doFilter(request, response);
                                return true;
                            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Actor actor(
            Optional<SignedInPerson> person, @Nullable Right right, String address) {
        return person.<Actor>map(
                        each -> new Actor.Person(each.account(), each.roleFor(right), address))
                .orElseGet(() -> new Actor.Stranger(address));
    }
}
