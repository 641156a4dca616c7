package org.danaya.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who looks at a page. The module that signs people in gives the one bean of this type. */
@FunctionalInterface
public interface Visitors {

    /** The signed-in person behind a request, if somebody is signed in. */
    Optional<Visitor> visitor(HttpServletRequest request);
}
