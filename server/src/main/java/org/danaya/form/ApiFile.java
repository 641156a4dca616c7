package org.danaya.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A file that a method of the API reads from its {@link Submission}, for its description. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(ApiFile.All.class)
public @interface ApiFile {

    /** Its name among the parts. */
    String name();

    /** What it is, in one English sentence. */
    String about();

    /** Whether it must be there. */
    boolean required() default false;

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {

        /** In the order of the documentation. */
        ApiFile[] value();
    }
}
