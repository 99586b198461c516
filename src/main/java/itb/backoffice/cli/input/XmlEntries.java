package itb.backoffice.cli.input;

import itb.backoffice.cli.input.Found.EmptyBundle;
import itb.backoffice.cli.input.Found.Format;
import itb.backoffice.cli.input.Found.Piece;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** The resources of a Bundle that is written in XML. */
final class XmlEntries {
    private static final int DEEPEST = 1_000;

    private XmlEntries() {}

    /** Every resource in {@code xml}; nothing where it is no Bundle, or not XML. */
    static List<Found> read(String file, String xml) {
        List<Found> pieces = new ArrayList<>();
        try {
            if (!read(file, reader(xml), pieces)) {
                return List.of();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's reader also leaves by runtime exceptions; what is wrong with the text, the check says.
            return List.of();
        }
        return pieces.isEmpty() ? List.of(new EmptyBundle(file)) : pieces;
    }

    /** Nothing outside of the text is ever read, and no entity is unfolded. */
    private static XMLEventReader reader(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLEventReader(new StringReader(xml));
    }

    private static boolean read(String file, XMLEventReader events, List<Found> pieces) throws XMLStreamException {
        List<String> path = new ArrayList<>();
        int entry = 0;
        while (events.hasNext()) {
            XMLEvent event = events.peek();
            if (event.isStartElement()) {
                path.add(event.asStartElement().getName().getLocalPart());
                if (!path.getFirst().equals("Bundle") || path.size() > DEEPEST) {
                    return false;
                }
                if (path.size() == 2 && path.getLast().equals("entry")) {
                    entry++;
                }
                if (path.size() == 4
                        && path.get(1).equals("entry")
                        && path.get(2).equals("resource")) {
                    String resource = element(events);
                    pieces.add(new Piece(file, entry, Format.XML, () -> resource));
                    path.removeLast();
                    continue;
                }
            } else if (event.isEndElement()) {
                path.removeLast();
            }
            events.nextEvent();
        }
        return true;
    }

    /** The text of the element that comes next, with its namespaces; the events are behind it afterwards. */
    private static String element(XMLEventReader events) throws XMLStreamException {
        XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        StringWriter text = new StringWriter();
        XMLEventWriter writer = factory.createXMLEventWriter(text);
        int depth = 0;
        do {
            XMLEvent event = events.nextEvent();
            depth += event instanceof StartElement ? 1 : event.isEndElement() ? -1 : 0;
            if (depth > DEEPEST) {
                throw new XMLStreamException("Too deep");
            }
            writer.add(event);
        } while (depth > 0);
        writer.close();
        return text.toString();
    }
}
