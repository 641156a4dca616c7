package org.danaya.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method of the API is for, for its description. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ApiOperation {

    /** Its stable name, such as {@code listStructures}: programs call their functions after it. */
    String id();

    /** What it answers, in one English sentence. */
    String about();
}
