package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a clinic chain up: its organisation, areas, treatments, clinics and roles, with pictures. The resources follow
 * the ITB 1.0 profiles, but for the {@link Quirk}s of about one in ten. The same seed and size give the same bytes.
 */
public final class ChainGenerator {
    private final Chain chain;

    /** A chain of {@code size}; another {@code seed} makes another one. */
    public ChainGenerator(long seed, ChainSize size) {
        this.chain = new Chain(seed, size);
    }

    /** All resources, made one by one as they are asked for; what others refer to comes first. */
    public Stream<ObjectNode> resources() {
        ChainSize size = chain.size();
        if (size.clinics() == 0) {
            return Stream.empty();
        }
        Owner owner = new Owner(chain);
        Areas areas = new Areas(chain);
        Treatments treatments = new Treatments(chain);
        Clinics clinics = new Clinics(chain);
        Roles roles = new Roles(chain);
        return Stream.of(
                        made(1, index -> owner.make()),
                        made(size.areas(), areas::make),
                        made(size.treatments(), treatments::make),
                        made(size.clinics(), clinics::make),
                        made(size.roles(), roles::make))
                .flatMap(kind -> kind);
    }

    private static Stream<ObjectNode> made(int count, IntFunction<ObjectNode> maker) {
        return IntStream.range(0, count).mapToObj(index -> Quirk.applied(maker.apply(index), index));
    }
}
