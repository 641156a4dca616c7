package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.danaya.house.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door, tried on a copy of it beside JDKs that only say which they are. */
class DoorTest {

    @TempDir Path folder;

    private record Answer(int code, String out) {}

    @BeforeEach
    void copyTheDoor() throws IOException {
        Files.copy(Tree.root().resolve("danaya"), folder.resolve("danaya"));
        Files.createDirectory(folder.resolve("scripts"));
        Files.copy(Tree.root().resolve("scripts/java-home"), folder.resolve("scripts/java-home"));
        for (String source :
                new String[] {"verify/src/main", "server/src/main", "server/target/app"}) {
            Files.createDirectories(folder.resolve(source));
        }
        for (String file : new String[] {"pom.xml", "verify/pom.xml", "server/pom.xml"}) {
            Files.createFile(folder.resolve(file));
        }
        Files.createFile(folder.resolve("server/target/app/built"));
    }

    @Test
    void aJdkInTheUsualPlacesIsFoundWhereJavaOnThePathIsOlder() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path home = folder.resolve("home");
        Path fresh = jdk("home/.sdkman/candidates/java/25.0.1-tem", "25.0.1");
        Answer answer =
                door(Map.of("PATH", old + "/bin:/usr/bin:/bin", "HOME", home.toString()), "doctor");
        assertThat(answer.out())
                .satisfiesAnyOf(
                        out -> assertThat(out).contains("from " + fresh),
                        out ->
                                assertThat(out)
                                        .as("a JDK 25 of this machine")
                                        .doesNotContain("from " + old));
    }

    @Test
    void theWishOfThePersonComesFirst() throws Exception {
        Path wished = jdk("wished", "26-ea");
        Answer answer = door(Map.of("JAVA_HOME", wished.toString()), "log", "status");
        assertThat(answer.out()).contains("from " + wished).contains("log status");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        Path old = jdk("old", "1.8.0_402");
        Path fresh = jdk("home/.jdks/temurin-25", "25.0.3");
        Answer answer =
                door(
                        Map.of(
                                "JAVA_HOME",
                                old.toString(),
                                "HOME",
                                folder.resolve("home").toString()),
                        "run");
        assertThat(answer.out()).doesNotContain("from " + old);
        assertThat(fresh).exists();
    }

    @Test
    void argumentsWithSpacesStayWhole() throws Exception {
        Path wished = jdk("wished", "25");
        Answer answer = door(Map.of("JAVA_HOME", wished.toString()), "backup", "my file.cms");
        assertThat(answer.out()).contains("<my file.cms>");
    }

    @Test
    void thePlatformAndTheOtherCommandsHaveAMemoryEach() throws Exception {
        Path app = folder.resolve("server/target/app");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("wished", "25").toString());
        assertThat(door(environment, "run").out()).doesNotContain("AOTCache");
        Files.createFile(app.resolve("danaya.aot"));
        Files.createFile(app.resolve("commands.aot"));
        for (String command : new String[] {"run", "demo"}) {
            assertThat(door(environment, command).out())
                    .contains("-XX:AOTCache=" + app.resolve("danaya.aot") + " ");
        }
        for (String command : new String[] {"detect", "doctor", "--version"}) {
            assertThat(door(environment, command, "run").out())
                    .contains("-XX:AOTCache=" + app.resolve("commands.aot") + " ");
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(
                jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        String script =
                "#!/bin/sh\nprintf 'from "
                        + jdk
                        + "\\n'\nprintf '%s ' \"$@\"\nprintf '<%s>' \"$@\"\n";
        for (String program : new String[] {"java", "javac"}) {
            Path file = jdk.resolve("bin").resolve(program);
            Files.writeString(file, script);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return jdk;
    }

    private Answer door(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", folder.resolve("danaya").toString());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), out);
    }
}
