package org.danaya.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.danaya.base.Right;

/**
 * A route that needs a right. A route that declares neither this, {@link SignedIn} nor {@link Open}
 * is refused to everyone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** The right. */
    Right value();

    /** Whether a passkey assertion of the last minutes is needed too. */
    boolean freshly() default false;
}
