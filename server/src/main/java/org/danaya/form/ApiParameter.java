package org.danaya.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter that a method of the API reads from its {@link Query}, for its description. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(ApiParameter.All.class)
public @interface ApiParameter {

    /** Its name in the address. */
    String name();

    /** Whether it is a header of the request. */
    boolean header() default false;

    /** What it does, in one English sentence. */
    String about();

    /** The values that are understood; none where any text is. */
    String[] oneOf() default {};

    /** The least of a whole number. */
    int least() default 0;

    /** The most of a whole number; 0 where it is a text. */
    int most() default 0;

    /** The whole number that stands where none is given. */
    int usual() default 0;

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {

        /** In the order of the documentation. */
        ApiParameter[] value();
    }
}
