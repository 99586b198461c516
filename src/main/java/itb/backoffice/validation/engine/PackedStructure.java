package itb.backoffice.validation.engine;

import java.util.function.Supplier;
import org.hl7.fhir.r5.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A structure definition that knows its outline and reads the rest when it is first asked for. The validator walks over
 * the list of all structures again and again but looks into few of them; so that list costs next to nothing.
 */
final class PackedStructure extends StructureDefinition {
    private static final long serialVersionUID = 1L;

    private final transient Object lock;
    private transient @Nullable Supplier<StructureDefinition> rest;
    private transient volatile boolean whole;

    PackedStructure(Outline outline, Object lock, Supplier<StructureDefinition> rest) {
        this.lock = lock;
        this.rest = rest;
        Outline.Shape shape = outline.shape();
        setUrl(outline.url());
        setName(outline.name());
        setType(shape.type());
        setAbstract(shape.isAbstract());
        setKind(StructureDefinitionKind.fromCode(shape.kind()));
        if (!outline.version().isEmpty()) {
            setVersion(outline.version());
        }
        if (!shape.base().isEmpty()) {
            setBaseDefinition(shape.base());
        }
        if (!shape.derivation().isEmpty()) {
            setDerivation(TypeDerivationRule.fromCode(shape.derivation()));
        }
        setFhirVersion(FHIRVersion._4_0_1);
    }

    /** Reads the rest, once. One that is asked for while it is being read, by what it builds on, is not complete yet. */
    PackedStructure load() {
        if (whole) {
            return this;
        }
        synchronized (lock) {
            Supplier<StructureDefinition> waiting = rest;
            if (waiting != null) {
                rest = null;
                try {
                    take(waiting.get());
                    whole = true;
                } catch (RuntimeException e) {
                    rest = waiting;
                    throw e;
                }
            }
            return this;
        }
    }

    private void take(StructureDefinition whole) {
        setId(whole.getId());
        setTitle(whole.getTitle());
        setStatusElement(whole.getStatusElement());
        setExperimentalElement(whole.getExperimentalElement());
        setExtension(whole.getExtension());
        setIdentifier(whole.getIdentifier());
        setContext(whole.getContext());
        setContextInvariant(whole.getContextInvariant());
        setContained(whole.getContained());
        setSnapshot(whole.getSnapshot());
    }

    @Override
    public StructureDefinitionSnapshotComponent getSnapshot() {
        load();
        return super.getSnapshot();
    }

    @Override
    public boolean hasSnapshot() {
        load();
        return super.hasSnapshot();
    }
}
