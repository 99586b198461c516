package itb.backoffice.shell.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Settings;
import itb.backoffice.platform.Settings.Theme;
import itb.backoffice.shell.ScreenTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SettingsViewTest extends ScreenTest {
    private final List<Settings> applied = new CopyOnWriteArrayList<>();

    @Override
    protected Parent screen() {
        return new SettingsView(TEXTS, Settings.DEFAULT, applied::add).root();
    }

    @Test
    void openingChangesNothing() {
        assertEquals(List.of(), applied);
    }

    @Test
    void everyChoiceCountsAtOnceAndKeepsTheOthers() {
        clickOn("#settingsLanguage").type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        waitUntil(() -> !applied.isEmpty());
        assertEquals("sv", applied.getLast().language());
        clickOn("#settingsTheme").type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        clickOn("#settingsStricter");
        fill("settingsUserName", "Kari");
        Settings now = applied.getLast();
        assertEquals("sv", now.language());
        assertEquals(Theme.DARK, now.theme());
        assertTrue(now.blockOnOldErrors());
        assertEquals("Kari", now.userName());
    }

    @Test
    void aPhotoLimitOutsideWhatIsPossibleIsNotTakenAndSaysSo() {
        fill("settingsPhotoEditor", "20");
        waitFor("settingsPhotoProblem");
        assertTrue(applied.stream().noneMatch(settings -> settings.photoLimitKilobytes() < 50), applied.toString());
        fill("settingsPhotoEditor", "300");
        waitUntil(() -> !applied.isEmpty() && applied.getLast().photoLimitKilobytes() == 300);
        assertFalse(there("settingsPhotoProblem"));
    }
}
