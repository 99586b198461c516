package itb.backoffice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import org.junit.jupiter.api.Test;

class ElementsTest {
    private static final String URL = "https://a.b/StructureDefinition/text";
    private static final String PATH = "extension[" + URL + "].valueString";

    @Test
    void anExtensionIsFoundByItsUrlWhereverItStands() {
        ObjectNode role = Json.object("{'extension':[{'url':'x'},{'url':'%s','valueString':'æ'}]}"
                .replace('\'', '"')
                .formatted(URL));
        assertEquals("æ", Elements.text(role, PATH));
        assertEquals("", Elements.text(role, "extension[nowhere].valueString"));
        assertNull(Elements.get(role, "practitioner.identifier"));
    }

    @Test
    void writingTouchesTheNamedElementAlone() {
        String before =
                "{\"n\":10.7295010,\"extension\":[{\"url\":\"x\",\"valueDecimal\":1.50},{\"id\":\"k\",\"url\":\"" + URL
                        + "\",\"valueString\":\"old\",\"_valueString\":{\"id\":\"p\"}}],\"z\":{\"unknown\":[1,2]}}";
        ObjectNode role = Json.object(before);
        Elements.set(role, PATH, TextNode.valueOf("new"));
        assertEquals(before.replace("\"old\"", "\"new\""), Json.write(role));
    }

    @Test
    void whatIsMadeOnlyForAValueGoesWithIt() {
        ObjectNode role = Json.object("{\"id\":\"1\"}");
        Elements.set(role, PATH, TextNode.valueOf("a"));
        assertEquals(
                "{\"id\":\"1\",\"extension\":[{\"url\":\"" + URL + "\",\"valueString\":\"a\"}]}", Json.write(role));
        Elements.set(role, PATH, null);
        assertEquals("{\"id\":\"1\"}", Json.write(role));
    }

    @Test
    void removingAValueLeavesWhatElseIsThere() {
        ObjectNode role = Json.object("{\"practitioner\":{\"identifier\":{\"value\":\"1\"},\"display\":\"A\"}}");
        Elements.set(role, "practitioner.identifier.value", null);
        assertEquals("{\"practitioner\":{\"display\":\"A\"}}", Json.write(role));
    }
}
