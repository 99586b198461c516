package itb.backoffice.integration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A role as it comes from servers in the wild: a photo inside, and identifier systems without their last slash. */
final class WildRole {
    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/";
    private static final String SYSTEMS = PORTAL + "identifier-system/endpoint-identifier-system-for-";

    private WildRole() {}

    /** One with an id of its own, at {@code clinic}. */
    static ObjectNode make(String clinic) {
        String photo = UUID.randomUUID().toString();
        String endpoint = UUID.randomUUID().toString();
        return Json.object("""
                {"resourceType":"PractitionerRole","id":"%1$s",
                "meta":{"profile":["%2$sStructureDefinition/practitioner-role-portal"]},
                "contained":[{"resourceType":"Binary","id":"%3$s","contentType":"image/jpeg","data":"%4$s"}],
                "extension":[
                {"url":"%2$sStructureDefinition/ext-practitionerrole-description",
                "valueString":"Å møte Øyvind er <b>ærlig</b> hyggelig.\\nHan har jobbet her siden 2011 \\u2013 og blir."},
                {"url":"%2$sStructureDefinition/ext-binary-reference","valueReference":{"reference":"#%3$s"}}],
                "practitioner":{"identifier":{"system":"%5$spractitioner%6$s","value":"2044"},
                "display":"Tannpleier Øyvind Åsen"},
                "organization":{"identifier":{"system":"%5$sbillingorganization%6$s","value":"311"},
                "display":"Åsen Tannhelse AS"},
                "code":[{"coding":[{"code":"hygienist",
                "system":"http://portal.wof.purified.link/fhir/CodeSystem/csPractitionerRole","display":"Tannpleier"}],
                "text":"Tannpleier"}],
                "healthcareService":[{"reference":"HealthcareService/%7$s","display":"Tannklinikken"}],
                "active":true}""".formatted(UUID.randomUUID(), PORTAL, photo, jpeg(), SYSTEMS, endpoint, clinic));
    }

    private static String jpeg() {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        for (int y = 0; y < 400; y += 4) {
            on.setColor(new Color(y / 2, 255 - y / 2, y * 7 % 256));
            on.fillRect(y % 90, y, 300, 3);
        }
        on.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
