package itb.backoffice.demo.chain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** One made-up chain: where its resources take their ids and their chances from. */
record Chain(long seed, ChainSize size) {
    /** The id of the {@code index}th thing of a kind. */
    String id(String kind, int index) {
        return UUID.nameUUIDFromBytes((seed + "/" + kind + "/" + index).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The chances of the {@code index}th thing of a kind, independent of all others. */
    Random random(String kind, int index) {
        return new Random(seed * 1_000_003L + kind.hashCode() * 31L + index * 0x9E3779B97F4A7C15L);
    }

    /** The id of the practice system, of several, in which something is kept. */
    String endpoint(int index) {
        return id("Endpoint", index % (1 + size.clinics() / 12));
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
