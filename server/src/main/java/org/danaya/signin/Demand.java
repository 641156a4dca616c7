package org.danaya.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.danaya.base.Right;
import org.danaya.page.Needs;
import org.danaya.page.Open;
import org.danaya.page.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** What a route demands of whoever calls it. */
sealed interface Demand {

    /** Nothing. */
    record Nothing() implements Demand {}

    /**
     * A signed-in person.
     *
     * @param freshly whether a passkey assertion of the last minutes is needed too
     * @param recovering whether a session that a recovery code opened will do
     */
    record Person(boolean freshly, boolean recovering) implements Demand {}

    /**
     * A right.
     *
     * @param freshly whether a passkey assertion of the last minutes is needed too
     */
    record OfRight(Right right, boolean freshly) implements Demand {}

    /** The route declares nothing: it is refused to everyone. */
    record Undeclared() implements Demand {}

    /** A route that a session which a recovery code opened may call. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface WhileRecovering {}

    /** What a method of a controller declares. More than one declaration is none. */
    static Demand of(HandlerMethod method) {
        Open open = method.getMethodAnnotation(Open.class);
        SignedIn signedIn = method.getMethodAnnotation(SignedIn.class);
        Needs needs = method.getMethodAnnotation(Needs.class);
        int declared = count(open) + count(signedIn) + count(needs);
        if (declared != 1) {
            return new Undeclared();
        }
        if (needs != null) {
            return new OfRight(needs.value(), needs.freshly());
        }
        return signedIn == null
                ? new Nothing()
                : new Person(signedIn.freshly(), method.hasMethodAnnotation(WhileRecovering.class));
    }

    private static int count(@Nullable Object declaration) {
        return declaration == null ? 0 : 1;
    }
}
