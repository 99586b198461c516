package itb.backoffice.form.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PicturePlaceTest {
    private static Field field(String type, ObjectNode resource, String key) {
        Form form = Forms.of(type, resource).orElseThrow();
        return form.field(key).orElseThrow();
    }

    private static ObjectNode json(String text) {
        return Json.object(text.replace('\'', '"'));
    }

    @Test
    void aRolesPhotoAndTheBannerAreAddedReplacedAndRemovedAndNothingElse() {
        for (String[] one : new String[][] {{"PractitionerRole", "photo"}, {"Organization", "banner"}}) {
            String before = "{'resourceType':'" + one[0] + "','contained':[{'resourceType':'Location','id':'l'}],"
                    + "'extension':[{'url':'x'}]}";
            ObjectNode resource = json(before);
            Field field = field(one[0], resource, one[1]);
            PicturePlace place = PicturePlace.of(field);
            place.put(resource, new byte[] {1, 2});
            assertArrayEquals(new byte[] {1, 2}, place.read(resource).orElseThrow());
            String id = resource.at("/contained/1/id").asText();
            assertTrue(field.covers("contained[" + id + "]"), "the field knows the picture as its own");
            assertEquals(
                    "#" + id,
                    resource.at("/extension/1/valueReference/reference").asText());
            place.put(resource, new byte[] {3});
            assertArrayEquals(new byte[] {3}, place.read(resource).orElseThrow());
            assertEquals(2, resource.path("contained").size(), "the same Binary is filled anew");
            place.remove(resource);
            assertEquals(json(before), resource);
        }
    }

    @Test
    void anExtensionThatPointsToSomethingElseDoesNotLoseThat() {
        ObjectNode role = json("{'resourceType':'PractitionerRole','contained':[{'resourceType':'Location','id':'l'}],"
                + "'extension':[{'url':'https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-binary-reference',"
                + "'valueReference':{'reference':'#l'}}]}");
        PicturePlace place = PicturePlace.of(field("PractitionerRole", role, "photo"));
        assertEquals(Optional.empty(), place.read(role));
        place.put(role, new byte[] {1});
        assertEquals("Location", role.at("/contained/0/resourceType").asText());
        assertArrayEquals(new byte[] {1}, place.read(role).orElseThrow());
    }

    @Test
    void aClinicsPictureKeepsItsTitleAndLosesWhatSpokeOfTheOldContent() {
        ObjectNode clinic = json("{'resourceType':'HealthcareService','name':'n','photo':{'contentType':'image/png',"
                + "'url':'http://x','size':7,'hash':'aa','title':'House'}}");
        PicturePlace place = PicturePlace.of(field("HealthcareService", clinic, "photo"));
        assertEquals(Optional.empty(), place.read(clinic));
        place.put(clinic, new byte[] {1, 2, 3});
        assertEquals(json("{'contentType':'image/jpeg','title':'House','data':'AQID'}"), clinic.path("photo"));
        place.remove(clinic);
        assertEquals(json("{'resourceType':'HealthcareService','name':'n'}"), clinic);
    }

    @Test
    void whatIsNoBase64IsNoPicture() {
        ObjectNode clinic = json("{'photo':{'data':'%%% ='}}");
        PicturePlace.of(field("HealthcareService", clinic, "photo"))
                .read(clinic)
                .ifPresent(bytes -> assertEquals(0, bytes.length));
    }
}
