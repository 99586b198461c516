package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Upkeep;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A treatment's business date is the day when what it says was last changed; its place in the list says nothing. */
final class DateUpkeep implements Upkeep {
    @Override
    public void keep(String field, @Nullable ObjectNode base, ObjectNode mine) {
        if (base == null || !content(base).equals(content(mine))) {
            mine.put("date", LocalDate.now(java.time.ZoneId.systemDefault()).toString());
        } else if (base.has("date")) {
            mine.set("date", base.get("date").deepCopy());
        } else {
            mine.remove("date");
        }
    }

    private static ObjectNode content(ObjectNode treatment) {
        ObjectNode content = treatment.deepCopy();
        content.remove(java.util.List.of("date", "meta"));
        Extensions.remove(content, Urls.SORT_KEY);
        return content;
    }
}
