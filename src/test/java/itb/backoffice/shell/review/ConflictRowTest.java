package itb.backoffice.shell.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Collision;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.Worded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictRowTest {
    private static ConflictRow row(String base, String mine, String theirs) {
        Collision collision = new Collision("x", Json.node(base), Json.node(mine), Json.node(theirs));
        FieldChange change = new FieldChange("x", "X", new Worded.Nothing(), new Worded.Nothing(), List.of());
        return new ConflictRow(collision, change, change, null);
    }

    private static String written(Optional<Choice> choice) {
        return choice.map(one -> String.valueOf(((Choice.Other) one).value())).orElse("not yet");
    }

    @Test
    void aThirdNumberIsANumber() {
        ConflictRow row = row(
                "{\"url\":\"u\",\"valueInteger\":1}",
                "{\"url\":\"u\",\"valueInteger\":2}",
                "{\"url\":\"u\",\"valueInteger\":3}");
        assertTrue(row.typed());
        assertEquals("2", row.begin());
        assertEquals("{\"url\":\"u\",\"valueInteger\":24}", written(row.third(" 24 ")));
        assertEquals("not yet", written(row.third("soon")));
    }

    @Test
    void anEmptyThirdValueTakesTheElementAway() {
        assertEquals("null", written(row("\"a\"", "\"b\"", "\"c\"").third(" ")));
        assertEquals("\"d\"", written(row("\"a\"", "\"b\"", "\"c\"").third("d")));
    }

    @Test
    void aPictureOrAListCannotBeTyped() {
        assertFalse(row("[1]", "[2]", "[3]").typed());
        assertFalse(row("true", "false", "true").typed());
    }
}
