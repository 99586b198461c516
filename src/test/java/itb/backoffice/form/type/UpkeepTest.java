package itb.backoffice.form.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What the program keeps right by itself. */
class UpkeepTest {
    private static final String TODAY = LocalDate.now(ZoneId.systemDefault()).toString();

    private static FormModel open(String json) {
        ObjectNode tree = Json.object(json);
        Form form = Forms.of(tree.path("resourceType").asText(), tree).orElseThrow();
        return new FormModel(form, tree, Json.object(json), edit -> {});
    }

    private static Field field(FormModel model, String key) {
        return model.form().field(key).orElseThrow();
    }

    private static void type(FormModel model, String key, String text) {
        Field field = field(model, key);
        model.edit(field, copy -> Values.set(copy, field, text.isEmpty() ? null : TextNode.valueOf(text)));
    }

    @Test
    void aTreatmentCarriesTheDayOnWhichItWasChangedAndGetsItsOldOneBackWithItsOldWords() {
        String json =
                "{\"resourceType\":\"ActivityDefinition\",\"id\":\"1\",\"title\":\"Rens\",\"date\":\"2020-01-02\"}";
        FormModel model = open(json);
        type(model, "title", "Tannrens");
        assertEquals(TODAY, model.resource().path("date").asText());
        type(model, "title", "Rens");
        assertEquals(json, Json.write(model.resource()));
    }

    @Test
    void aTreatmentThatOnlyMovesInTheListIsNotChangedInWhatItSays() {
        FormModel model = open(
                "{\"resourceType\":\"ActivityDefinition\",\"id\":\"1\",\"date\":\"2020-01-02\",\"extension\":"
                        + "[{\"url\":\"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-sort-key\",\"valueInteger\":3}]}");
        Field order = field(model, "sortKey");
        model.edit(order, copy -> Values.set(copy, order, com.fasterxml.jackson.databind.node.IntNode.valueOf(1)));
        assertEquals("2020-01-02", model.resource().path("date").asText());
        assertEquals(1, model.resource().at("/extension/0/valueInteger").asInt(), "under the url that it came with");
        assertEquals(1, model.resource().path("extension").size());
    }

    @Test
    void whoeverTypesAStreetGetsAnAddressAsTheProfileWantsIt() {
        String json = "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"name\":\"A\"}";
        FormModel model = open(json);
        Field address = field(model, "address");
        model.edit(
                address,
                copy -> Elements.set(copy, address.lead(), Json.object().put("city", "Oslo")));
        assertEquals(
                Json.object(
                        "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"name\":\"A\",\"contained\":[{\"id\":\"address\","
                                + "\"address\":{\"city\":\"Oslo\"},\"resourceType\":\"Location\",\"physicalType\":{\"coding\":[{\"system\":"
                                + "\"http://terminology.hl7.org/CodeSystem/location-physical-type\",\"code\":\"si\"}]}}],"
                                + "\"location\":[{\"reference\":\"#address\"}]}"),
                model.resource());
        model.revert(address);
        assertEquals(json, Json.write(model.resource()), "and nothing is left of it when it is taken back");
    }

    @Test
    void anAreaThatIsPickedFirstMakesTheAddressToo() {
        FormModel model = open("{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"name\":\"A\"}");
        Field area = field(model, "area");
        model.edit(area, copy -> Elements.set(copy, area.lead(), Json.object().put("reference", "Location/9")));
        assertEquals("#address", model.resource().at("/location/0/reference").asText());
        assertEquals(
                "Location", model.resource().at("/contained/0/resourceType").asText());
        assertEquals(
                "Location/9",
                model.resource().at("/contained/0/partOf/reference").asText());
    }

    @Test
    void anAddressKeepsItsIdAndWhatElseIsInItAndIsPutRightWhenItIsChanged() {
        FormModel model = open(
                "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"contained\":[{\"resourceType\":\"Location\","
                        + "\"id\":\"x7\",\"zz\":1.50,\"physicalType\":{\"text\":\"Site\"},\"address\":{\"city\":\"Oslo\"}}]}");
        Field address = field(model, "address");
        assertEquals("contained[x7].address", address.lead(), "found by what it is, though nothing points to it");
        model.edit(address, copy -> Elements.set(copy, address.lead() + ".city", TextNode.valueOf("Bergen")));
        assertEquals("#x7", model.resource().at("/location/0/reference").asText());
        assertEquals(
                "si",
                model.resource().at("/contained/0/physicalType/coding/0/code").asText());
        assertEquals(
                "Site", model.resource().at("/contained/0/physicalType/text").asText());
        assertEquals("1.50", model.resource().at("/contained/0/zz").asText());
    }

    @Test
    void anotherFieldOfTheClinicLeavesAnOddAddressAlone() {
        FormModel model = open(
                "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"name\":\"A\",\"contained\":[{\"resourceType\":"
                        + "\"Location\",\"id\":\"x\",\"physicalType\":{\"text\":\"Site\"},\"address\":{\"city\":\"Oslo\"}}]}");
        type(model, "name", "B");
        assertFalse(model.resource().has("location"));
        assertFalse(model.resource().at("/contained/0/physicalType").has("coding"));
    }

    @Test
    void clearingATextAndTypingItAgainLeavesTheTextAsTheServerSentIt() {
        String json =
                "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"extension\":[{\"url\":\"http://a/1\",\"valueCode\":\"x\"},{\"url\":"
                        + "\"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-clinic-info\",\"extension\":["
                        + "{\"url\":\"about\",\"valueString\":\"hei\"},{\"url\":\"parking\",\"valueString\":\"p\"}]},{\"url\":\"http://a/1\",\"valueCode\":\"y\"}],"
                        + "\"name\":\"A\",\"comment\":\"c\"}";
        FormModel model = open(json);
        for (String key : java.util.List.of("about", "name", "parking")) {
            String text = Values.text(model.resource(), field(model, key));
            type(model, key, "");
            type(model, key, text);
        }
        assertEquals(json, Json.write(model.resource()));
    }

    @Test
    void peopleOfServersOfTheFirstGenerationArePickedByReference() {
        FormModel model = open(
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"1\",\"practitioner\":{\"reference\":\"Practitioner/7\"},"
                        + "\"organization\":{\"identifier\":{\"value\":\"1\"}}}");
        assertEquals(Field.Kind.REFERENCE, field(model, "practitioner").kind());
        assertEquals(Field.Kind.IDENTITY, field(model, "organization").kind());
    }

    @Test
    void bookingRulesUnderTheirOtherUrlAreTheBookingRules() {
        String other = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-booking-rules";
        FormModel model = open(
                "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"extension\":[{\"url\":\"" + other + "\"}]}");
        assertEquals("extension[" + other + "]", field(model, "bookingRules").lead());
    }
}
