package org.danaya.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

class ModuleMapTest {

    static final ApplicationModules MODULES =
            ApplicationModules.of(
                    "org.danaya",
                    JavaClass.Predicates.resideInAnyPackage(
                            "org.danaya.verify..",
                            "org.danaya.evtx..",
                            "org.danaya.sigma..",
                            "org.danaya.text..",
                            "org.danaya.house.."));

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresOnlyWhatItUses() throws ClassNotFoundException {
        List<String> unused = new ArrayList<>();
        for (ApplicationModule module : MODULES) {
            TreeSet<String> idle = new TreeSet<>(declared(module).orElse(List.of()));
            used(module).forEach(idle::remove);
            idle.forEach(other -> unused.add(module.getIdentifier() + " → " + other));
        }
        assertThat(unused).as("allowedDependencies that nobody uses: drop them").isEmpty();
    }

    @Test
    void theDrawnMapIsTheDeclaredOne() throws ClassNotFoundException {
        String drawn = Tree.read(Path.of("ARCHITECTURE.md"));
        List<String> missing = new ArrayList<>();
        for (ApplicationModule module : MODULES) {
            declared(module)
                    .map(others -> others.isEmpty() ? "–" : String.join(" ", others))
                    .filter(others -> !drawn.matches(row(module, others)))
                    .ifPresent(others -> missing.add(module.getIdentifier() + " | " + others));
        }
        assertThat(missing).as("rows of ARCHITECTURE.md that package-info has otherwise").isEmpty();
    }

    static Stream<String> used(ApplicationModule module) {
        return module.getDirectDependencies(MODULES, DependencyType.values())
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .sorted();
    }

    /** What a module may use, in its own order; nothing where it may use everything. */
    private static Optional<List<String>> declared(ApplicationModule module)
            throws ClassNotFoundException {
        var annotation =
                Class.forName(module.getBasePackage().getName() + ".package-info")
                        .getAnnotation(org.springframework.modulith.ApplicationModule.class);
        return Optional.ofNullable(annotation)
                .map(declared -> List.of(declared.allowedDependencies()))
                .filter(
                        others ->
                                !others.contains(
                                        org.springframework.modulith.ApplicationModule.OPEN_TOKEN));
    }

    private static String row(ApplicationModule module, String others) {
        return Stream.of(
                        "(?s).*\n\\| `",
                        module.getIdentifier().toString(),
                        "` \\| [^|]* \\| ",
                        others,
                        "(, `verify`)? \\|\n.*")
                .collect(Collectors.joining());
    }
}
