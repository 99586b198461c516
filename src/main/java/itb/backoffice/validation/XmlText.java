package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.formats.XmlParser;

/** A first look at a text in XML, as {@link ResourceText} is for JSON. */
final class XmlText {
    private static final String FHIR = "http://hl7.org/fhir";

    private XmlText() {}

    /** Reads {@code xml} once from beginning to end; nothing outside of it is read, and no entity is unfolded. */
    static ResourceText of(String xml) {
        if (xml.isBlank()) {
            return new ResourceText.Broken("empty", 0, 0);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK has a limit of its own, and no name for what it found.
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(2 * ResourceText.DEEPEST));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return e.getLocation() == null
                    ? new ResourceText.Broken("broken-xml", 0, 0)
                    : new ResourceText.Broken(
                            "broken-xml",
                            e.getLocation().getLineNumber(),
                            e.getLocation().getColumnNumber());
        }
    }

    /** The same resource as JSON, for the program's own rules; what FHIR does not know is not in it. */
    static JsonNode tree(String xml) {
        try {
            return Json.object(new JsonParser().composeString(new XmlParser(true).parse(xml)));
        } catch (IOException | RuntimeException e) {
            // Too far from FHIR: the verdict says so anyway.
            return Json.object();
        }
    }

    private static ResourceText read(XMLStreamReader reader) throws XMLStreamException {
        List<String> path = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        String type = "";
        for (int parts = 0; reader.hasNext(); parts++) {
            if (parts > 3 * ResourceText.MOST_PARTS) {
                return new ResourceText.Broken("many", 0, 0);
            }
            switch (reader.next()) {
                // FHIR forbids it, and it is the way to every known attack.
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new ResourceText.Broken("doctype", 0, 0);
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(reader.getLocalName());
                    if (path.size() > ResourceText.DEEPEST) {
                        return new ResourceText.Broken("deep", 0, 0);
                    }
                    if (path.size() == 1) {
                        type = FHIR.equals(reader.getNamespaceURI()) ? reader.getLocalName() : "";
                    }
                    String value = reader.getAttributeValue(null, "value");
                    if (path.size() == 3 && path.subList(1, 3).equals(List.of("meta", "profile")) && value != null) {
                        profiles.add(value);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                default -> {}
            }
        }
        return type.isEmpty()
                ? new ResourceText.Broken("no-type", 0, 0)
                : new ResourceText.Resource(type, List.copyOf(profiles));
    }
}
