package org.danaya.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What the modules declare: the classes of the program, and the enums that implement a type. */
public final class Declared {

    /** Every class of the program, without tests. */
    public static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.danaya");

    private Declared() {}

    /** The constants of every enum that implements a type, in the order of their classes' names. */
    public static <T> List<T> constantsOf(Class<T> type) {
        return CLASSES.stream()
                .filter(found -> found.isEnum() && found.isAssignableTo(type))
                .sorted(Comparator.comparing(JavaClass::getName))
                .flatMap(found -> Arrays.stream(found.reflect().getEnumConstants()))
                .map(type::cast)
                .toList();
    }
}
