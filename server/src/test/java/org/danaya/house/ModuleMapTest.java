package org.danaya.house;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleMapTest {

    static final ApplicationModules MODULES =
            ApplicationModules.of(
                    "org.danaya",
                    JavaClass.Predicates.resideInAnyPackage(
                            "org.danaya.verify..", "org.danaya.house.."));

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        MODULES.verify();
    }
}
