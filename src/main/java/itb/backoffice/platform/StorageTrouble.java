package itb.backoffice.platform;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is wrong with the disk, or with the folder of the user's data, where that is known: somebody can mend it. */
public enum StorageTrouble {
    /** There is no room left. */
    FULL,
    /** The folder, or a file in it, may not be written. */
    READ_ONLY,
    /** Another program holds a file. */
    BUSY,
    /** A file is not what it was: the disk is failing, or something else wrote into it. */
    DAMAGED;

    /** What {@code thrown}, or what caused it, says of the disk; empty where it is about something else. */
    public static Optional<StorageTrouble> of(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            Optional<StorageTrouble> found = switch (at) {
                case SQLiteException database -> of(database.getResultCode());
                case AccessDeniedException denied -> Optional.of(READ_ONLY);
                case FileSystemException file -> ofWords(file.getReason());
                default -> ofWords(at.getMessage());
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<StorageTrouble> of(SQLiteErrorCode code) {
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            // No room for the index of the log: the one input error that is not the disk's fault.
            return Optional.of(FULL);
        }
        // The lowest byte is the kind, whatever the rest tells more closely.
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL -> Optional.of(FULL);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> Optional.of(READ_ONLY);
            case SQLITE_BUSY, SQLITE_LOCKED -> Optional.of(BUSY);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR -> Optional.of(DAMAGED);
            default -> Optional.empty();
        };
    }

    /** Java has no exceptions of its own for these: it hands on the system's words. */
    private static Optional<StorageTrouble> ofWords(@org.jspecify.annotations.Nullable String words) {
        String said = words == null ? "" : words.toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("disk quota")) {
            return Optional.of(FULL);
        }
        return said.contains("read-only file system") ? Optional.of(READ_ONLY) : Optional.empty();
    }
}
