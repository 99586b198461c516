package itb.backoffice.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user has chosen.
 *
 * @param language a language tag, or null to follow the system
 * @param theme light, dark, or as the system
 * @param userName who is named in the journal; empty for the system's user name
 * @param blockOnOldErrors whether errors that were there before an edit also stop its upload
 * @param photoLimitKilobytes how large a photo may be after it was shrunk
 * @param connectionId the connection that was open last
 * @param window where the window was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        @Nullable String language,
        Theme theme,
        String userName,
        boolean blockOnOldErrors,
        int photoLimitKilobytes,
        @Nullable String connectionId,
        @Nullable WindowPlace window) {

    /** The colours of the window. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** A window's place on the screen, in pixels. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /** What a new user starts with. */
    public static final Settings DEFAULT = new Settings(null, Theme.SYSTEM, "", false, 400, null, null);

    /** The last connection, if there was one. */
    public Optional<String> lastConnection() {
        return Optional.ofNullable(connectionId);
    }

    /** The same with another language tag; null follows the system. */
    public Settings withLanguage(@Nullable String tag) {
        return new Settings(tag, theme, userName, blockOnOldErrors, photoLimitKilobytes, connectionId, window);
    }

    /** The same with another theme. */
    public Settings withTheme(Theme chosen) {
        return new Settings(language, chosen, userName, blockOnOldErrors, photoLimitKilobytes, connectionId, window);
    }

    /** The same with another name for the journal. */
    public Settings withUserName(String name) {
        return new Settings(language, theme, name, blockOnOldErrors, photoLimitKilobytes, connectionId, window);
    }

    /** The same with the stricter rule for old errors on or off. */
    public Settings withBlockOnOldErrors(boolean block) {
        return new Settings(language, theme, userName, block, photoLimitKilobytes, connectionId, window);
    }

    /** The same with another limit for photos, in kilobytes. */
    public Settings withPhotoLimitKilobytes(int limit) {
        return new Settings(language, theme, userName, blockOnOldErrors, limit, connectionId, window);
    }

    /** The same with another open connection. */
    public Settings withConnectionId(@Nullable String id) {
        return new Settings(language, theme, userName, blockOnOldErrors, photoLimitKilobytes, id, window);
    }

    /** The same with the window elsewhere. */
    public Settings withWindow(WindowPlace place) {
        return new Settings(language, theme, userName, blockOnOldErrors, photoLimitKilobytes, connectionId, place);
    }
}
