package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static Merge merge(String base, String mine, String theirs, String... together) {
        return Merge.of(
                Json.object(base.replace('\'', '"')),
                Json.object(mine.replace('\'', '"')),
                Json.object(theirs.replace('\'', '"')),
                together.length == 0 ? List.of() : List.of(List.of(together)));
    }

    private static String text(String json) {
        return json.replace('\'', '"');
    }

    @Test
    void aCollisionIsDecidedAsMineTheirsOrAThird() {
        Merge merge = merge("{'a':'1','b':'1'}", "{'a':'2','b':'1'}", "{'a':'3','b':'9'}");
        assertEquals(
                List.of("a"), merge.collisions().stream().map(Collision::path).toList());
        assertEquals(List.of("b"), merge.fromTheirs().stream().map(Change::path).toList());
        assertEquals(text("{'a':'2','b':'9'}"), Json.write(merge.resolve(Map.of("a", new Choice.Mine()))));
        assertEquals(text("{'a':'3','b':'9'}"), Json.write(merge.resolve(Map.of("a", new Choice.Theirs()))));
        assertEquals(
                text("{'a':'4','b':'9'}"),
                Json.write(merge.resolve(Map.of("a", new Choice.Other(TextNode.valueOf("4"))))));
        assertEquals(text("{'b':'9'}"), Json.write(merge.resolve(Map.of("a", new Choice.Other(null)))));
        assertThrows(IllegalArgumentException.class, () -> merge.resolve(Map.of()));
    }

    @Test
    void anExtensionNeverGetsTwoValues() {
        String mine = "{'extension':[{'url':'u','valueString':'a'}]}";
        String theirs = "{'extension':[{'url':'u','valueInteger':3}]}";
        for (String base : List.of("{}", "{'extension':[{'url':'u','valueBoolean':true}]}")) {
            Merge merge = merge(base, mine, theirs);
            assertEquals(1, merge.collisions().size());
            String path = merge.collisions().getFirst().path();
            assertEquals(text(mine), Json.write(merge.resolve(Map.of(path, new Choice.Mine()))));
            assertEquals(text(theirs), Json.write(merge.resolve(Map.of(path, new Choice.Theirs()))));
        }
    }

    @Test
    void elementsOfOneFieldChangeTogetherOrNotAtAll() {
        String base = "{'contained':[{'id':'a','data':'1'}],'extension':[{'url':'p','ref':'#a'}]}";
        String mine = "{'contained':[{'id':'a','data':'2'}],'extension':[{'url':'p','ref':'#a'}]}";
        String theirs = "{'contained':[{'id':'b','data':'3'}],'extension':[{'url':'p','ref':'#b'}]}";
        Merge merge = merge(base, mine, theirs, "extension[p]", "contained");
        assertEquals(
                List.of("extension[p]"),
                merge.collisions().stream().map(Collision::path).toList());
        assertEquals(text(mine), Json.write(merge.resolve(Map.of("extension[p]", new Choice.Mine()))));
        assertEquals(text(theirs), Json.write(merge.resolve(Map.of("extension[p]", new Choice.Theirs()))));
    }

    @Test
    void removedHereAndChangedThereIsACollision() {
        Merge merge = merge(
                "{'telecom':[{'system':'phone','value':'1'}]}", "{}", "{'telecom':[{'system':'phone','value':'2'}]}");
        assertEquals(1, merge.collisions().size());
        assertEquals(
                text("{'telecom':[{'system':'phone','value':'2'}]}"),
                Json.write(merge.resolve(Map.of(merge.collisions().getFirst().path(), new Choice.Theirs()))));
    }

    @Test
    void replacingTheSameItemByTwoOthersIsACollisionAndNotTwoItems() {
        Merge merge = merge(
                "{'location':[{'reference':'#a'}]}",
                "{'location':[{'reference':'#b'}]}",
                "{'location':[{'reference':'#c'}]}");
        assertEquals(
                List.of("location"),
                merge.collisions().stream().map(Collision::path).toList());
    }

    @Test
    void itemsWithoutNamesAreNeverMixed() {
        Merge merge = merge(
                "{'note':[{'t':'1'},{'t':'2'}]}",
                "{'note':[{'t':'0'},{'t':'1'},{'t':'2'}]}",
                "{'note':[{'t':'1'},{'t':'3'}]}");
        assertEquals(
                List.of("note"),
                merge.collisions().stream().map(Collision::path).toList());
    }

    @Test
    void whatTheServerWritesItselfIsAlwaysTheirs() {
        Merge merge = merge(
                "{'meta':{'versionId':'1','lastUpdated':'a','extension':[{'url':'e','v':1}]},'n':'1'}",
                "{'meta':{'versionId':'1','lastUpdated':'a','extension':[{'url':'e','v':1}],'profile':['p']},'n':'2'}",
                "{'meta':{'versionId':'2','lastUpdated':'b','extension':[{'url':'e','v':2}]},'n':'1'}");
        assertTrue(merge.clean());
        assertEquals(
                text(
                        "{'meta':{'versionId':'2','lastUpdated':'b','extension':[{'url':'e','v':2}],'profile':['p']},'n':'2'}"),
                Json.write(merge.merged()));
    }

    @Test
    void digitsAndUnknownElementsOfBothSidesSurvive() {
        Merge merge = merge("{'p':12.50}", "{'p':12.50,'_x':{'q':1.10}}", "{'p':12.50,'z':0.000}");
        assertEquals(text("{'p':12.50,'_x':{'q':1.10},'z':0.000}"), Json.write(merge.merged()));
    }
}
