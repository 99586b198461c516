package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static List<String> paths(String base, String mine) {
        return Changes.between(Json.object(base.replace('\'', '"')), Json.object(mine.replace('\'', '"'))).stream()
                .map(Change::path)
                .toList();
    }

    @Test
    void elementsAreNamedDownToWhatReallyChanged() {
        assertEquals(
                List.of("practitioner.identifier.value", "active"),
                paths(
                        "{'practitioner':{'identifier':{'system':'s','value':'1'},'display':'K'},'active':true}",
                        "{'practitioner':{'identifier':{'system':'s','value':'2'},'display':'K'},'active':false}"));
    }

    @Test
    void itemsPairUpByWhatTheyAreAndNotByPlace() {
        assertEquals(
                List.of("extension[https://x.y/b].valueString", "extension[https://x.y/c]"),
                paths(
                        "{'extension':[{'url':'https://x.y/a','valueString':'1'},{'url':'https://x.y/b','valueString':'2'}]}",
                        "{'extension':[{'url':'https://x.y/c','valueString':'9'},{'url':'https://x.y/a','valueString':'1'},"
                                + "{'url':'https://x.y/b','valueString':'3'}]}"));
        assertEquals(
                List.of("contained[p].data"),
                paths("{'contained':[{'id':'p','data':'a'}]}", "{'contained':[{'id':'p','data':'b'}]}"));
        assertEquals(
                List.of("telecom[phone/work].value"),
                paths(
                        "{'telecom':[{'system':'phone','use':'work','value':'1'},{'system':'email'}]}",
                        "{'telecom':[{'system':'email'},{'system':'phone','use':'work','value':'2'}]}"));
        assertEquals(
                List.of("availableTime[mon].availableStartTime"),
                paths(
                        "{'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'08:00:00'}]}",
                        "{'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'09:00:00'}]}"));
    }

    @Test
    void itemsWithoutANameGoByPlaceAndAnythingElseIsTheWholeArray() {
        assertEquals(List.of("code[0].text"), paths("{'code':[{'text':'a'}]}", "{'code':[{'text':'b'}]}"));
        assertEquals(List.of("code"), paths("{'code':[{'text':'a'}]}", "{'code':[{'text':'a'},{'text':'b'}]}"));
        assertEquals(List.of("alias"), paths("{'alias':['a','b']}", "{'alias':['b','a']}"));
    }

    @Test
    void aFirstOrLastExtensionIsNamedToo() {
        String url = RoleForm.DESCRIPTION_URL;
        List<String> added = paths("{}", "{'extension':[{'url':'" + url + "','valueString':'x'}]}");
        assertEquals(List.of("extension[" + url + "]"), added);
        assertEquals(
                "description",
                RoleForm.FORM.fieldAt(added.getFirst()).orElseThrow().key());
        assertEquals(added, paths("{'extension':[{'url':'" + url + "','valueString':'x'}]}", "{}"));
    }

    @Test
    void whatOnlyServersWriteIsNoChangeAndEqualNumbersAreEqual() {
        assertEquals(
                List.of(),
                paths(
                        "{'meta':{'versionId':'1','lastUpdated':'x','extension':[{'url':'a'}]},'n':12.50}",
                        "{'meta':{'versionId':'2'},'n':12.5}"));
        assertEquals(List.of("meta.profile[p]"), paths("{'meta':{'versionId':'1'}}", "{'meta':{'profile':['p']}}"));
    }

    @Test
    void aPathLeadsBackToItsValue() {
        var json = Json.object(
                "{\"extension\":[{\"url\":\"https://x.y/a\",\"valueString\":\"1\"}],\"code\":[{\"text\":\"t\"}]}");
        assertEquals(
                "1",
                String.valueOf(Elements.at(json, "extension[https://x.y/a].valueString"))
                        .replace("\"", ""));
        assertEquals("t", String.valueOf(Elements.at(json, "code[0].text")).replace("\"", ""));
        assertNull(Elements.at(json, "extension[https://x.y/b].valueString"));
        assertNull(Elements.at(json, "none.at.all"));
    }

    @Test
    void aServersPathIsTranslatedAsFarAsItGoes() {
        var json = Json.object(
                "{\"resourceType\":\"PractitionerRole\",\"extension\":[{\"url\":\"u\",\"valueString\":\"1\"}]}");
        assertEquals("extension[u].valueString", Elements.pathOf("PractitionerRole.extension[0].valueString", json));
        assertEquals("practitioner.identifier", Elements.pathOf("PractitionerRole.practitioner.identifier", json));
        assertEquals("code[0].text", Elements.pathOf("code[0].text", json));
        assertTrue(Elements.pathOf("PractitionerRole.extension.where(url='x').value", json)
                .startsWith("extension"));
    }
}
