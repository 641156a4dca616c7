package org.danaya.verify;

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
                Path.of(
                        SignedNote.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        ModuleFinder finder = ModuleFinder.of(classes);
        ModuleReference module = finder.find("org.danaya.verify").orElse(null);
        Assumptions.assumeTrue(module != null, "not run from the module's own classes");

        ModuleDescriptor descriptor = module.descriptor();

        List<String> needed =
                descriptor.requires().stream()
                        .filter(require -> !require.modifiers().contains(Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name)
                        .toList();
        assertEquals(List.of("java.base"), needed);
        assertEquals(
                Set.of("org.danaya.verify", "org.danaya.verify.mandate"),
                Set.copyOf(
                        descriptor.exports().stream()
                                .map(ModuleDescriptor.Exports::source)
                                .toList()));
        var configuration =
                ModuleLayer.boot()
                        .configuration()
                        .resolve(finder, ModuleFinder.of(), Set.of("org.danaya.verify"));
        ClassLoader loader =
                ModuleLayer.boot()
                        .defineModulesWithOneLoader(
                                configuration, ClassLoader.getPlatformClassLoader())
                        .findLoader("org.danaya.verify");
        Class<?> note = loader.loadClass(SignedNote.class.getName());
        Object parsed =
                note.getMethod("parse", byte[].class)
                        .invoke(null, (Object) SignedNoteTest.bytes(SignedNoteTest.SPEC_NOTE));
        assertEquals("org.danaya.verify", note.getModule().getName());
        assertEquals(Parsed.Ok.class.getName(), parsed.getClass().getName());
    }
}
