package org.danaya.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ModuleTest {

    @Test
    void theModuleNeedsNothingButTheJdkAndRunsAsAModule() throws Exception {
        Path classes =
                Path.of(EvtxFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleFinder finder = ModuleFinder.of(classes);
        ModuleReference module = finder.find("org.danaya.evtx").orElse(null);
        Assumptions.assumeTrue(module != null, "not run from the module's own classes");

        ModuleDescriptor descriptor = module.descriptor();

        List<String> needed =
                descriptor.requires().stream()
                        .filter(require -> !require.modifiers().contains(Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name)
                        .toList();
        assertEquals(List.of("java.base"), needed);
        var configuration =
                ModuleLayer.boot()
                        .configuration()
                        .resolve(finder, ModuleFinder.of(), Set.of("org.danaya.evtx"));
        ClassLoader loader =
                ModuleLayer.boot()
                        .defineModulesWithOneLoader(
                                configuration, ClassLoader.getPlatformClassLoader())
                        .findLoader("org.danaya.evtx");
        Class<?> file = loader.loadClass(EvtxFile.class.getName());
        Object opened =
                file.getMethod("of", byte[].class).invoke(null, (Object) new ExampleFile().bytes());
        assertEquals("org.danaya.evtx", file.getModule().getName());
        assertEquals(0, file.getMethod("chunks").invoke(opened));
    }
}
