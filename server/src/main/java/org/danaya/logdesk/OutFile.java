package org.danaya.logdesk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.danaya.base.Fault;
import org.danaya.log.LogFault;

/** Files that commands read and write for their operator. */
final class OutFile {

    private OutFile() {}

    /** Writes a new file; one that is there already stays as it is. */
    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Reads a file of at most so many bytes. */
    static byte[] read(Path file, int most) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("more than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** The file, or the folder that it should be written into. */
    private static Path missing(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder) ? file : folder;
    }

    private static Fault unusable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new Fault(e, LogFault.FILE_MISSING, missing(file));
        }
        if (e instanceof FileAlreadyExistsException) {
            return new Fault(e, LogFault.FILE_THERE, file);
        }
        String reason = e.getClass().getSimpleName().replace("Exception", "");
        return new Fault(e, LogFault.FILE_UNUSABLE, file, reason);
    }
}
