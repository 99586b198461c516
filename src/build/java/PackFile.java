import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.StructureDefinition;

/**
 * One pack: the count, then for each definition its type, url, version, name, type name, base, kind, derivation, whether
 * it is abstract, where its text begins and ends and how long it is; then the deflated texts.
 */
final class PackFile {
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private int count;

    void add(CanonicalResource definition, byte[] text) throws IOException {
        int begin = texts.size();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(texts, best)) {
            out.write(text);
        }
        best.end();
        row(definition, begin, texts.size(), text.length);
        count++;
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(count);
            rows.writeTo(out);
            texts.writeTo(out);
        }
    }

    private void row(CanonicalResource definition, int begin, int end, int size) throws IOException {
        DataOutputStream out = new DataOutputStream(rows);
        out.writeUTF(definition.fhirType());
        out.writeUTF(definition.getUrl());
        out.writeUTF(text(definition.getVersion()));
        out.writeUTF(text(definition.getName()));
        StructureDefinition shape =
                definition instanceof StructureDefinition structure ? structure : new StructureDefinition();
        out.writeUTF(text(shape.getType()));
        out.writeUTF(text(shape.getBaseDefinition()));
        out.writeUTF(shape.hasKind() ? shape.getKind().toCode() : "");
        out.writeUTF(shape.hasDerivation() ? shape.getDerivation().toCode() : "");
        out.writeBoolean(shape.getAbstract());
        out.writeInt(begin);
        out.writeInt(end);
        out.writeInt(size);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
