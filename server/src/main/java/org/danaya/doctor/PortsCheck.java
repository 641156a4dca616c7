package org.danaya.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.base.Setting;

/** Whether the ports are free, or held by the program that runs on this home. */
final class PortsCheck implements DoctorCheck {

    /** The ports that the configuration names, by the keys of the modules above. */
    private static final List<Setting<Integer>> PORTS =
            List.of(Setting.port("port", 8080), Setting.port("edge-port", 8081));

    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    @Override
    public List<Finding> look(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        for (Setting<Integer> setting : PORTS) {
            patient.settings()
                    .find(setting)
                    .filter(port -> port != 0)
                    .ifPresent(port -> findings.add(look(port, setting.key(), patient)));
        }
        return findings;
    }

    private static Finding look(int port, String key, Patient patient) {
        if (patient.runningPid().filter(pid -> listens(pid, port)).isPresent()) {
            return Finding.good("port-ours", Integer.toString(port));
        }
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return patient.runningPid().isPresent()
                    ? Finding.good("port-unused", Integer.toString(port))
                    : Finding.good("port-free", Integer.toString(port));
        } catch (IOException e) {
            return Finding.wrong("port-taken", Integer.toString(port), key);
        }
    }

    private static boolean listens(long pid, int port) {
        try {
            Set<String> sockets = new HashSet<>();
            try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
                for (Path each : open.toList()) {
                    sockets.add(target(each));
                }
            }
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] words = line.strip().split("\\s+", -1);
                    if (words.length > INODE
                            && words[STATE].equals(LISTENING)
                            && words[ADDRESS].endsWith(":%04X".formatted(port))
                            && sockets.contains("socket:[" + words[INODE] + "]")) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
